package io.windlass.edge.binary;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.windlass.base.client.BinaryClient;
import io.windlass.edge.access.ApiKey;
import io.windlass.edge.access.Callers;
import io.windlass.edge.access.KeySecret;
import io.windlass.edge.access.Quota;
import io.windlass.edge.access.TokenBucket;
import io.windlass.edge.net.Address;
import io.windlass.edge.net.BodyRoom;
import io.windlass.edge.net.ConnectionBounds;
import io.windlass.edge.net.OpenConnections;
import io.windlass.edge.net.TlsFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A server of the binary protocol on one event loop that echoes transfers. */
final class BinaryFixture implements AutoCloseable {
    static final BinaryTimes PATIENT =
            new BinaryTimes(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
    static final int ROOM_BYTES = 1 << 20;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    final KeySecret writer = KeySecret.draw(new Random(1));
    final KeySecret reader = KeySecret.draw(new Random(2));
    final EchoService service = new EchoService();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final OpenConnections connections = new OpenConnections();
    final BodyRoom room = new BodyRoom(ROOM_BYTES);
    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final BinaryVerticle verticle;

    BinaryFixture(int credit, BinaryTimes times) {
        this(credit, times, () -> Quota.UNLIMITED, Optional.empty());
    }

    /** That speaks TLS. */
    static BinaryFixture withTls(TlsFiles files) {
        return new BinaryFixture(
                BinarySettings.CREDIT, PATIENT, () -> Quota.UNLIMITED, Optional.of(files));
    }

    /** With callers that may send so many commands at once, and no more. */
    static BinaryFixture withQuota(int commands) {
        return new BinaryFixture(
                BinarySettings.CREDIT,
                PATIENT,
                () -> new TokenBucket(1, commands, () -> 0),
                Optional.empty());
    }

    private BinaryFixture(
            int credit, BinaryTimes times, Supplier<Quota> quotas, Optional<TlsFiles> tls) {
        List<ApiKey> keys =
                List.of(
                        writer.key("7", "write").orElseThrow(),
                        reader.key("8", "read").orElseThrow());
        BinarySettings settings =
                new BinarySettings(
                        new Address("127.0.0.1", 0),
                        tls,
                        65_536,
                        credit,
                        new ConnectionBounds(100, 2),
                        times);
        verticle =
                new BinaryVerticle(
                        settings,
                        List.of(new EchoFeature()),
                        service,
                        SharedBinary.of(registry, new Callers(keys, quotas), connections, room));
        vertx.deployVerticle(verticle).await();
    }

    int port() {
        return verticle.port();
    }

    /** A connection that has said nothing. */
    BinaryClient connect() throws IOException {
        return new BinaryClient(verticle.port());
    }

    /** A connection that may write. */
    BinaryClient greeted() throws IOException {
        BinaryClient client = connect();
        client.hello(writer.text()).expect(BinaryClient.HELLO_REPLY);
        return client;
    }

    int connections() {
        return connections.count();
    }

    /** Commands with the amounts 1, 2, 3 and so on. */
    static byte[] commands(int count) {
        ByteBuffer bytes = BinaryClient.buffer(count * TransferCommand.BYTES);
        for (int i = 0; i < count; i++) {
            int at = i * TransferCommand.BYTES;
            bytes.putLong(at + 32, i + 1).put(at + 42, (byte) 1);
        }
        return bytes.array();
    }

    static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new AssertionError("waited in vain");
            }
            Thread.onSpinWait();
        }
    }

    /** Stops the server as a node does that ends. */
    Future<Void> stop() {
        return vertx.undeploy(verticle.deploymentID());
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
