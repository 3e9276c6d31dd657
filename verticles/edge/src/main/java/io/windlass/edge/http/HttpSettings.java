package io.windlass.edge.http;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where a node listens for HTTP and how much of it it takes.
 *
 * @param address where to listen
 * @param tls the certificate, if the port speaks TLS and nothing else
 * @param sizes how much
 * @param times how long
 * @param stream the bounds of each WebSocket
 */
public record HttpSettings(
        Address address,
        Optional<TlsFiles> tls,
        HttpSizes sizes,
        HttpTimes times,
        StreamLimits stream) {
    private static final int CHUNK_BYTES_MAX = 64 * 1_024;
    private static final int CLOSING_SECONDS = 2;
    private static final int ANY_PORT = -1;
    private static final int FRAMES_TO_MESSAGE = 2;

    /**
     * A place in the network.
     *
     * @param host name or address
     * @param port the port, 0 for any free one
     */
    public record Address(String host, int port) {}

    /** The usual limits at an address, without TLS. */
    public static HttpSettings of(String host, int port) {
        return new HttpSettings(
                new Address(host, port),
                Optional.empty(),
                HttpSizes.USUAL,
                HttpTimes.USUAL,
                StreamLimits.USUAL);
    }

    HttpServerOptions options() {
        HttpServerOptions options =
                new HttpServerOptions()
                        .setHost(address.host())
                        // Any free port is the same one for all servers of a node.
                        .setPort(address.port() == 0 ? ANY_PORT : address.port())
                        .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
                        .setHttp2ClearTextEnabled(false)
                        .setMaxHeaderSize(sizes.header())
                        .setMaxInitialLineLength(sizes.line())
                        .setMaxChunkSize(CHUNK_BYTES_MAX)
                        .setTcpNoDelay(true)
                        .setHandle100ContinueAutomatically(false)
                        // A frame beyond its limit ends the connection without a close code.
                        .setMaxWebSocketFrameSize(FRAMES_TO_MESSAGE * stream.messageBytes())
                        .setMaxWebSocketMessageSize(stream.messageBytes())
                        .setPerFrameWebSocketCompressionSupported(false)
                        .setPerMessageWebSocketCompressionSupported(false)
                        .setWebSocketClosingTimeout(CLOSING_SECONDS);
        tls.ifPresent(
                files ->
                        options.setSsl(true)
                                .setUseAlpn(false)
                                .setKeyCertOptions(files.pair())
                                .setEnabledSecureTransportProtocols(TlsFiles.PROTOCOLS)
                                .setSslHandshakeTimeout(times.header().toMillis())
                                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS));
        return options;
    }
}
