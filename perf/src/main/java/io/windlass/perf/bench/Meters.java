package io.windlass.perf.bench;

/**
 * What a node has counted at a moment.
 *
 * @param bytes written to the log
 * @param events in the log
 * @param frames synced
 */
record Meters(double bytes, double events, double frames) {

    static Meters of(Subject subject) {
        return new Meters(
                subject.meter("windlass_log_bytes_total"),
                subject.meter("windlass_events_total"),
                subject.meter("windlass_frame_commit_seconds_count"));
    }

    /** What came since an earlier moment. */
    Meters since(Meters before) {
        return new Meters(bytes - before.bytes, events - before.events, frames - before.frames);
    }

    double bytesPerEvent() {
        return bytes / Math.max(1, events);
    }

    double eventsPerFrame() {
        return events / Math.max(1, frames);
    }
}
