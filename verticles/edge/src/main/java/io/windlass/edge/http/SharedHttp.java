package io.windlass.edge.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.windlass.edge.access.Callers;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all HTTP servers of a node share. Any thread.
 *
 * @param registry what {@code /metrics} shows
 * @param meters registered there
 * @param callers who may call
 * @param connections how many are open
 */
public record SharedHttp(
        PrometheusMeterRegistry registry,
        HttpMeters meters,
        Callers callers,
        AtomicInteger connections) {

    /** With meters and a count of its own. */
    public static SharedHttp of(PrometheusMeterRegistry registry, Callers callers) {
        AtomicInteger connections = new AtomicInteger();
        registry.gauge("windlass.http.connections", connections);
        return new SharedHttp(registry, new HttpMeters(registry), callers, connections);
    }
}
