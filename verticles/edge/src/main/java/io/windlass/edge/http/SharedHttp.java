package io.windlass.edge.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.windlass.edge.access.Callers;
import io.windlass.edge.net.BodyRoom;
import io.windlass.edge.net.OpenConnections;

/**
 * What all HTTP servers of a node share. Any thread.
 *
 * @param registry what {@code /metrics} shows
 * @param meters registered there
 * @param callers who may call
 * @param connections which are open
 * @param bodies the memory for them
 */
public record SharedHttp(
        PrometheusMeterRegistry registry,
        HttpMeters meters,
        Callers callers,
        OpenConnections connections,
        BodyRoom bodies) {

    /**
     * With meters and a count of its own.
     *
     * @param all connections of all ports
     */
    public static SharedHttp of(
            PrometheusMeterRegistry registry,
            Callers callers,
            HttpSizes sizes,
            OpenConnections all) {
        OpenConnections connections = all.part();
        registry.gauge("windlass.http.connections", connections, OpenConnections::count);
        BodyRoom bodies = new BodyRoom(sizes.bodies());
        registry.gauge("windlass.http.body.bytes", bodies, BodyRoom::taken);
        return new SharedHttp(registry, new HttpMeters(registry), callers, connections, bodies);
    }
}
