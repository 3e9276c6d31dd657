package io.windlass.server;

import io.windlass.edge.binary.BinarySettings;
import io.windlass.edge.binary.BinaryTimes;
import io.windlass.edge.http.HttpSettings;
import io.windlass.edge.http.HttpTimes;
import io.windlass.edge.net.Address;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.server.settings.Setting;
import io.windlass.server.settings.Settings;

/**
 * What the settings mean for the binary port: what it has in common with HTTP is set there.
 *
 * @param settings where it listens, with its limits
 */
record BinaryPlan(BinarySettings settings) {
    private static final int CREDIT_MAX = 1 << 20;

    static BinaryPlan of(Settings settings, HttpSettings http) {
        HttpTimes times = http.times();
        return new BinaryPlan(
                new BinarySettings(
                        new Address(
                                http.address().host(),
                                settings.number(Setting.BINARY_PORT, 0, 65_535)),
                        http.tls(),
                        http.sizes().body(),
                        settings.number(Setting.BINARY_CREDIT, 1, CREDIT_MAX),
                        http.sizes().bounds(),
                        new BinaryTimes(times.header(), times.body(), times.idle())));
    }

    /** What {@code GET /v1/info} says of it. */
    void limits(DocumentWriter out) {
        out.number("binary_payload_bytes", BinarySettings.PAYLOAD_BYTES_MAX);
        out.number("binary_items", BinarySettings.ITEMS_MAX);
        out.number("binary_credit", settings.credit());
        out.number("binary_hello_seconds", settings.times().hello().toSeconds());
        out.number("binary_frame_seconds", settings.times().frame().toSeconds());
        out.number("binary_idle_seconds", settings.times().idle().toSeconds());
    }
}
