package io.windlass.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.json.JsonObject;
import io.windlass.edge.binary.BinaryMeters;
import io.windlass.edge.json.JsonWriter;
import io.windlass.edge.net.AnswerTimes;
import io.windlass.kernel.feature.MessageType;
import io.windlass.server.console.LiveFigures;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the console is told, by the meters that a node has. */
class LiveFiguresTest {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void onlyMoneyThatHasMovedIsATransfer() {
        PartitionMeters first = meters(1);
        PartitionMeters second = meters(2);
        first.counted(type("Transferred"), 8_000);
        first.counted(type("TransferRefused"), 192);
        first.counted(type("AccountOpened"), 3);
        first.committed(8_195, 2_000_000);
        second.counted(type("Transferred"), 5);
        second.committed(5, 1_000_000);
        second.synced(700, 900_000);
        JsonObject one = partition(0, 2);
        assertEquals(8_000, one.getLong("transfers"));
        assertEquals(8_195, one.getLong("events"));
        assertEquals(8_195, one.getLong("position"));
        assertEquals(1, one.getLong("frames"));
        assertEquals(2_000_000, one.getLong("frame_nanos"));
        JsonObject two = partition(1, 2);
        assertEquals(2, two.getLong("partition"));
        assertEquals(5, two.getLong("transfers"));
        assertEquals(700, two.getLong("bytes"));
        assertEquals(1, two.getLong("syncs"));
        assertEquals(900_000, two.getLong("sync_nanos"));
    }

    @Test
    void thePositionGoesOnBehindASnapshotAndWhatWasReplayed() {
        PartitionMeters meters = meters(1);
        meters.recovered(1_000_000);
        meters.recovered(20);
        meters.committed(3, 1);
        JsonObject partition = partition(0, 1);
        assertEquals(1_000_023, partition.getLong("position"));
        assertEquals(0, partition.getLong("events"), "they are those of this run");
    }

    @Test
    void eachPortHasItsOwnLatenciesOverAllThatItAnswers() {
        new BinaryMeters(registry);
        timer("windlass.binary.latency", "type", "TRANSFERS").record(Duration.ofMillis(7));
        timer("windlass.binary.latency", "type", "CALL").record(Duration.ofNanos(300_000));
        timer("windlass.http.latency", "endpoint", "POST /a").record(Duration.ofNanos(1_000));
        JsonObject http = port(0);
        assertEquals("http", http.getString("port"));
        assertEquals(1, http.getLong("answers"));
        assertEquals(1, within(http, 250));
        JsonObject binary = port(1);
        assertEquals("binary", binary.getString("port"));
        assertEquals(2, binary.getLong("answers"));
        assertEquals(0, within(binary, 250));
        assertEquals(1, within(binary, 5_000));
        assertEquals(2, within(binary, 10_000));
    }

    @Test
    void openConnectionsAreThoseOfThePort() {
        List<String> here = List.of("a", "b");
        registry.gauge("windlass.binary.connections", here, List::size);
        assertEquals(2, port(1).getLong("connections"));
        assertFalse(port(0).containsKey("connections"));
    }

    @Test
    void whatNoMeterCountsIsLeftOut() {
        assertEquals(Set.of("partition"), partition(0, 1).fieldNames());
        assertEquals(Set.of("port"), port(0).fieldNames());
        assertEquals(Set.of("port"), port(1).fieldNames());
        meters(1);
        assertTrue(partition(0, 1).containsKey("transfers"), "nothing yet is a figure");
        assertFalse(partition(1, 2).containsKey("transfers"));
    }

    private PartitionMeters meters(int partition) {
        return new PartitionMeters(registry, partition, Features.all());
    }

    private static int type(String name) {
        return Features.all().stream()
                .flatMap(feature -> feature.events().stream())
                .filter(type -> type.name().equals(name))
                .map(MessageType::number)
                .collect(Collectors.toSet())
                .iterator()
                .next();
    }

    private Timer timer(String name, String tag, String value) {
        return AnswerTimes.timer(name).tag(tag, value).register(registry);
    }

    private JsonObject told(int partitions) {
        return new JsonObject(JsonWriter.write(new LiveFigures(registry, partitions)));
    }

    private JsonObject partition(int index, int partitions) {
        return told(partitions).getJsonArray("partitions").getJsonObject(index);
    }

    private JsonObject port(int index) {
        return told(1).getJsonArray("ports").getJsonObject(index);
    }

    private static long within(JsonObject port, long micros) {
        return port.getJsonArray("latencies").stream()
                .map(JsonObject.class::cast)
                .filter(bucket -> bucket.getLong("micros") == micros)
                .mapToLong(bucket -> bucket.getLong("count"))
                .sum();
    }
}
