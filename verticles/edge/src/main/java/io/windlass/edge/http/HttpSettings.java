package io.windlass.edge.http;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.windlass.edge.net.Address;
import io.windlass.edge.net.TlsFiles;
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
    private static final int PROTOCOL = 1;
    private static final int FRAMES_TO_MESSAGE = 2;

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
                        .setPort(address.sharedPort(PROTOCOL))
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
