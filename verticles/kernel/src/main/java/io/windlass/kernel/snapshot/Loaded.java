package io.windlass.kernel.snapshot;

import io.windlass.kernel.log.History.Begin;
import io.windlass.kernel.port.StartPoint;
import java.util.List;

/**
 * A snapshot that was loaded.
 *
 * @param from where the log goes on
 * @param timeNanos the time of its newest frame
 * @param segments the segments it stands for
 * @param bytes how large it is
 */
public record Loaded(StartPoint from, long timeNanos, List<Begin> segments, long bytes) {
    static Loaded of(Manifest manifest) {
        return new Loaded(
                manifest.startPoint(),
                manifest.last().timeNanos(),
                manifest.segments(),
                manifest.bytes());
    }
}
