package io.windlass.edge.binary;

import io.micrometer.core.instrument.MeterRegistry;
import io.windlass.edge.access.Callers;
import io.windlass.edge.net.BodyRoom;
import io.windlass.edge.net.OpenConnections;

/**
 * What all servers of the binary protocol of a node share. Any thread.
 *
 * @param meters what they count
 * @param callers who may call
 * @param connections which are open
 * @param room the memory for frames that come in pieces, and for the bodies of other ports
 */
public record SharedBinary(
        BinaryMeters meters, Callers callers, OpenConnections connections, BodyRoom room) {

    /**
     * With meters and a count of its own.
     *
     * @param all connections of all ports
     */
    public static SharedBinary of(
            MeterRegistry registry, Callers callers, OpenConnections all, BodyRoom room) {
        OpenConnections connections = all.part();
        registry.gauge("windlass.binary.connections", connections, OpenConnections::count);
        return new SharedBinary(new BinaryMeters(registry), callers, connections, room);
    }
}
