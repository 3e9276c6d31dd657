package io.windlass.server;

import io.windlass.edge.access.ApiKey;
import io.windlass.edge.access.Callers;
import io.windlass.edge.access.Quota;
import io.windlass.edge.access.TokenBucket;
import io.windlass.edge.http.HttpSettings;
import io.windlass.edge.http.HttpSizes;
import io.windlass.edge.http.HttpTimes;
import io.windlass.edge.http.StreamLimits;
import io.windlass.edge.net.Address;
import io.windlass.edge.net.TlsFiles;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.server.settings.Setting;
import io.windlass.server.settings.Settings;
import io.windlass.server.settings.SettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the settings mean for HTTP.
 *
 * @param settings where it listens, with its limits
 * @param keys who may call; if there is none, everybody
 * @param rate requests a second for each key, 0 for no limit
 * @param burst how many at once after a rest
 */
record HttpPlan(HttpSettings settings, List<ApiKey> keys, int rate, int burst) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
    private static final int MIB = 1 << 20;
    private static final int RATE_MAX = 1_000_000;
    private static final int SECONDS_MAX = 3_600;

    static HttpPlan of(Settings settings) {
        List<ApiKey> keys = keys(settings);
        String host = settings.text(Setting.HTTP_HOST);
        if (keys.isEmpty() && !LOOPBACK.contains(host)) {
            throw new SettingsException(
                    "http.host is "
                            + host
                            + ": without keys a node listens on a loopback address only");
        }
        int rate = settings.number(Setting.HTTP_RATE, 0, RATE_MAX);
        int burst = settings.number(Setting.HTTP_BURST, 0, RATE_MAX);
        HttpSettings http =
                new HttpSettings(
                        new Address(host, settings.number(Setting.HTTP_PORT, 0, 65_535)),
                        tls(settings),
                        sizes(settings),
                        times(settings),
                        stream(settings));
        return new HttpPlan(http, keys, rate, burst == 0 ? rate : burst);
    }

    /** The callers, each with its whole quota. */
    Callers callers() {
        return new Callers(
                keys,
                () -> rate == 0 ? Quota.UNLIMITED : new TokenBucket(rate, burst, System::nanoTime));
    }

    /** Where a client finds it. */
    String address(int port) {
        String scheme = settings.tls().isPresent() ? "https" : "http";
        return scheme + "://" + settings.address().host() + ":" + port;
    }

    /** What {@code GET /v1/info} says of it. */
    void limits(DocumentWriter out) {
        out.number("body_bytes", settings.sizes().body());
        out.number("bodies_bytes", settings.sizes().bodies());
        out.number("body_seconds", settings.times().body().toSeconds());
        out.number("header_bytes", settings.sizes().header());
        out.number("header_seconds", settings.times().header().toSeconds());
        out.number("line_bytes", settings.sizes().line());
        out.number("idle_seconds", settings.times().idle().toSeconds());
        out.number("connections", settings.sizes().connections());
        out.number("address_connections", settings.sizes().addressConnections());
        out.number("requests_per_second", rate);
        out.number("burst_requests", burst);
        out.number("stream_message_bytes", settings.stream().messageBytes());
        out.number("stream_requests", settings.stream().requests());
        out.number("stream_queue_bytes", settings.stream().queueBytes());
        out.number("stream_slow_seconds", settings.stream().slow().toSeconds());
    }

    /** Says which one is wrong by its place: a line may hold a secret by mistake. */
    private static List<ApiKey> keys(Settings settings) {
        List<ApiKey> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String line : settings.list(Setting.HTTP_KEYS)) {
            String place = "number " + (keys.size() + 1) + " of http.keys ";
            ApiKey key =
                    ApiKey.read(line)
                            .orElseThrow(
                                    () ->
                                            new SettingsException(
                                                    place
                                                            + "is not id:tenant:scopes:hash;"
                                                            + " make one with --new-key"));
            if (!ids.add(key.id())) {
                throw new SettingsException(place + "has the id of an earlier one");
            }
            keys.add(key);
        }
        return List.copyOf(keys);
    }

    private static Optional<TlsFiles> tls(Settings settings) {
        String certificate = settings.text(Setting.HTTP_TLS_CERTIFICATE);
        String key = settings.text(Setting.HTTP_TLS_KEY);
        if (certificate.isEmpty() != key.isEmpty()) {
            throw new SettingsException("http.tls.certificate and http.tls.key go together");
        }
        return certificate.isEmpty()
                ? Optional.empty()
                : Optional.of(new TlsFiles(certificate, key));
    }

    private static HttpSizes sizes(Settings settings) {
        return new HttpSizes(
                settings.number(Setting.HTTP_BODY_BYTES, 1_024, MIB),
                settings.number(Setting.HTTP_BODIES_BYTES, 8 * MIB, Integer.MAX_VALUE),
                settings.number(Setting.HTTP_HEADER_BYTES, 1_024, MIB),
                settings.number(Setting.HTTP_LINE_BYTES, 256, MIB),
                settings.number(Setting.HTTP_CONNECTIONS, 1, MIB),
                settings.number(Setting.HTTP_ADDRESS_CONNECTIONS, 1, MIB));
    }

    private static HttpTimes times(Settings settings) {
        return new HttpTimes(
                seconds(settings, Setting.HTTP_HEADER_SECONDS),
                seconds(settings, Setting.HTTP_BODY_SECONDS),
                seconds(settings, Setting.HTTP_IDLE_SECONDS));
    }

    private static StreamLimits stream(Settings settings) {
        return new StreamLimits(
                settings.number(Setting.HTTP_STREAM_REQUESTS, 1, MIB),
                settings.number(Setting.HTTP_STREAM_BYTES, 1_024, MIB),
                settings.number(Setting.HTTP_STREAM_QUEUE, 1_024, 1_024 * MIB),
                seconds(settings, Setting.HTTP_STREAM_SECONDS));
    }

    private static Duration seconds(Settings settings, Setting setting) {
        return Duration.ofSeconds(settings.number(setting, 1, SECONDS_MAX));
    }
}
