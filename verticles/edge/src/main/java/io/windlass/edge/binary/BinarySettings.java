package io.windlass.edge.binary;

import io.vertx.core.net.NetServerOptions;
import io.windlass.edge.net.Address;
import io.windlass.edge.net.ConnectionBounds;
import io.windlass.edge.net.TlsFiles;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where a node listens for the binary protocol and how much of it it takes.
 *
 * @param address where to listen
 * @param tls the certificate, if the port speaks TLS and nothing else
 * @param bodyBytesMax how long the body of a call may be
 * @param credit what a client may have in flight, see {@link Credit}
 * @param connections how many may be open, together with those of other ports
 * @param times how long a connection may take
 */
public record BinarySettings(
        Address address,
        Optional<TlsFiles> tls,
        int bodyBytesMax,
        int credit,
        ConnectionBounds connections,
        BinaryTimes times) {
    /** How many items a frame may have. */
    public static final int ITEMS_MAX = 8_192;

    /** The longest payload: so many of the largest items, and room beside them. */
    public static final int PAYLOAD_BYTES_MAX = ITEMS_MAX * TransferCommand.BYTES + 64 * 1_024;

    /** The usual credit: four of the largest frames. */
    public static final int CREDIT = 4 * ITEMS_MAX;

    private static final int PROTOCOL = 2;

    NetServerOptions options() {
        NetServerOptions options =
                new NetServerOptions()
                        .setHost(address.host())
                        .setPort(address.sharedPort(PROTOCOL))
                        .setTcpNoDelay(true);
        tls.ifPresent(
                files ->
                        options.setSsl(true)
                                .setKeyCertOptions(files.pair())
                                .setEnabledSecureTransportProtocols(TlsFiles.PROTOCOLS)
                                .setSslHandshakeTimeout(times.hello().toMillis())
                                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS));
        return options;
    }
}
