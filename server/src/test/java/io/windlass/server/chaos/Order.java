package io.windlass.server.chaos;

import io.windlass.server.it.Bodies;
import java.math.BigDecimal;

/** One transfer as a client wants it; amounts in cents. */
record Order(String from, String to, long cents, String id) {

    /** The JSON body. */
    String body() {
        return Bodies.transfer(from, to, BigDecimal.valueOf(cents, 2).toPlainString(), id);
    }
}
