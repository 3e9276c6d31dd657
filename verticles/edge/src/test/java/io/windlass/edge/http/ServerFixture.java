package io.windlass.edge.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.windlass.base.client.RawClient;
import io.windlass.edge.access.Callers;
import io.windlass.edge.access.Quota;
import io.windlass.edge.net.OpenConnections;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Unavailable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.LoggerFactory;

/** A server on one event loop that serves counters, with its log. */
final class ServerFixture implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    final CounterFeature feature = new CounterFeature();
    final CounterService service = new CounterService(feature);
    final Status status = new Status();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final HttpVerticle verticle;

    private final SharedHttp shared;

    /** With the usual limits, for everybody. */
    ServerFixture() {
        this(HttpSettings.of("127.0.0.1", 0), new Callers(List.of(), () -> Quota.UNLIMITED));
    }

    ServerFixture(HttpSettings settings, Callers callers) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        shared = SharedHttp.of(registry, callers, settings.sizes(), new OpenConnections());
        verticle = new HttpVerticle(settings, List.of(feature), service, status, shared);
        vertx.deployVerticle(verticle).await();
        log.start();
        root().addAppender(log);
    }

    /** What the node says of itself; starts when told. */
    static final class Status implements NodeStatus {
        volatile Optional<Unavailable> trouble = Optional.empty();

        @Override
        public String version() {
            return "test";
        }

        @Override
        public Document info() {
            return out -> out.text("name", "windlass");
        }

        @Override
        public List<Asset> console() {
            return List.of(new Asset("/", "text/html; charset=utf-8", Buffer.buffer("a page")));
        }

        @Override
        public Optional<Unavailable> trouble() {
            return trouble;
        }
    }

    RawClient connect() throws IOException {
        return new RawClient(verticle.port());
    }

    /** How many connections the server has open. */
    int connections() {
        return shared.connections().count();
    }

    /** How many client addresses have one. */
    int addresses() {
        return shared.connections().addresses();
    }

    /** The memory that bodies have taken. */
    long bodyBytes() {
        return shared.bodies().taken();
    }

    int port() {
        return verticle.port();
    }

    /** What was logged as a warning or worse. */
    List<String> complaints() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::toString)
                .toList();
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

    @Override
    public void close() {
        root().detachAppender(log);
        vertx.close().await();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
