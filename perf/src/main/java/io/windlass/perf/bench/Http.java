package io.windlass.perf.bench;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Requests of HTTP/1.1 as text. All bodies are ASCII. */
final class Http {
    private Http() {}

    /** A request with a JSON body. */
    static Buffer request(String method, String path, String json) {
        String request =
                method
                        + ' '
                        + path
                        + " HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"
                        + "Content-Length: "
                        + json.length()
                        + "\r\n\r\n"
                        + json;
        return Buffer.buffer(request.getBytes(StandardCharsets.ISO_8859_1));
    }
}
