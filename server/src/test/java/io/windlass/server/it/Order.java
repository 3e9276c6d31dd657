package io.windlass.server.it;

/** One transfer as a client wants it; amounts in cents. */
record Order(String from, String to, long cents, String id) {

    /** The JSON body. */
    String body() {
        String amount = cents / 100 + "." + String.format("%02d", cents % 100);
        return Bodies.transfer(from, to, amount, id);
    }
}
