package io.windlass.edge.http;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import java.util.List;

/**
 * Where a node listens for HTTP and how much of it it takes.
 *
 * @param host the address to listen on
 * @param port the port, 0 for any free one
 * @param bodyBytesMax of a request with one JSON object
 * @param headerBytesMax all header fields of a request together
 * @param lineBytesMax the request line
 * @param chunkBytesMax what one read of a body hands over
 * @param idleSeconds after which a connection without traffic is closed
 */
public record HttpSettings(
        String host,
        int port,
        int bodyBytesMax,
        int headerBytesMax,
        int lineBytesMax,
        int chunkBytesMax,
        int idleSeconds) {
    private static final int KIB = 1_024;

    /** The usual limits at an address. */
    public static HttpSettings of(String host, int port) {
        return new HttpSettings(host, port, 64 * KIB, 16 * KIB, 8 * KIB, 64 * KIB, 75);
    }

    HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
                .setHttp2ClearTextEnabled(false)
                .setMaxHeaderSize(headerBytesMax)
                .setMaxInitialLineLength(lineBytesMax)
                .setMaxChunkSize(chunkBytesMax)
                .setIdleTimeout(idleSeconds)
                .setTcpNoDelay(true)
                .setHandle100ContinueAutomatically(false);
    }
}
