package io.windlass.server.simulation;

import java.util.ArrayDeque;
import java.util.List;

/** What happened: a hash of everything, and the newest lines to read. */
final class Trace {
    private static final int LINES = 50;
    private static final long PRIME = 0x100000001b3L;

    private final Scheduler scheduler;
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private long hash = 0xcbf29ce484222325L;

    Trace(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void add(String what) {
        long micros = scheduler.now() / 1_000;
        hash = (hash ^ micros) * PRIME;
        hash = (hash ^ what.hashCode()) * PRIME;
        if (lines.size() == LINES) {
            lines.remove();
        }
        lines.add(micros + " us  " + what);
    }

    long hash() {
        return hash;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
