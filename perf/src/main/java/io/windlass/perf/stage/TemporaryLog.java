package io.windlass.perf.stage;

import io.windlass.edge.disk.FileDisk;
import io.windlass.kernel.log.FrameHeader;
import io.windlass.kernel.log.LogEnd;
import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.log.SegmentedLog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A log in a directory of its own below the temporary one, removed at the end. */
final class TemporaryLog implements Closeable {
    private static final int SEGMENT_BYTES = 64 << 20;
    private static final int FRAME_BYTES_MAX = 1 << 20;

    private final Path directory;
    private final FileDisk disk;
    private final SegmentedLog log;

    TemporaryLog() throws IOException {
        directory = Files.createTempDirectory("windlass-log-stages");
        disk = FileDisk.open(directory);
        log =
                new SegmentedLog(
                        disk,
                        new LogSettings(
                                "partitions/1",
                                1,
                                SEGMENT_BYTES,
                                FRAME_BYTES_MAX,
                                2 * FRAME_BYTES_MAX),
                        new LogEnd(0, 0, 0, 0));
    }

    /** Appends a frame and makes it durable; tells where it stands in its segment. */
    long append(FrameHeader header, byte[] payload) throws IOException {
        long offset = log.append(header, payload).offset();
        log.flush();
        log.forgetUntil(header.index());
        return offset;
    }

    @Override
    public void close() throws IOException {
        log.close();
        disk.close();
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
