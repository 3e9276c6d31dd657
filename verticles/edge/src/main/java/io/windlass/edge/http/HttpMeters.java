package io.windlass.edge.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.windlass.edge.net.AnswerTimes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts and times the requests of a node, by endpoint and status.
 *
 * <p>A series is registered with its first request; after that a request costs one adder and one
 * timer. Any thread.
 */
public final class HttpMeters {
    private static final int STATUS_MAX = 600;

    private final MeterRegistry registry;
    private final Map<String, EndpointMeter> meters = new ConcurrentHashMap<>();

    /** Meters that register themselves in {@code registry}. */
    public HttpMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The meter of an endpoint, for example {@code POST /v1/transfers}. */
    EndpointMeter of(String endpoint) {
        return meters.computeIfAbsent(endpoint, name -> new EndpointMeter(registry, name));
    }

    /** The meters of one endpoint. */
    static final class EndpointMeter {
        private final MeterRegistry registry;
        private final String endpoint;
        private final Timer timer;
        private final AtomicReferenceArray<LongAdder> counts =
                new AtomicReferenceArray<>(STATUS_MAX);

        EndpointMeter(MeterRegistry registry, String endpoint) {
            this.registry = registry;
            this.endpoint = endpoint;
            this.timer =
                    AnswerTimes.timer("windlass.http.latency")
                            .description("From the head of the request to the last byte written")
                            .tag("endpoint", endpoint)
                            .register(registry);
        }

        /** Notes a request that has been answered; {@code startNanos} is {@code nanoTime}. */
        void answered(int status, long startNanos) {
            LongAdder count = counts.getAcquire(status);
            (count == null ? register(status) : count).increment();
            timer.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
        }

        private synchronized LongAdder register(int status) {
            LongAdder known = counts.get(status);
            if (known != null) {
                return known;
            }
            LongAdder count = new LongAdder();
            FunctionCounter.builder("windlass.http.requests", count, LongAdder::sum)
                    .description("Requests answered")
                    .tag("endpoint", endpoint)
                    .tag("status", Integer.toString(status))
                    .register(registry);
            counts.set(status, count);
            return count;
        }
    }
}
