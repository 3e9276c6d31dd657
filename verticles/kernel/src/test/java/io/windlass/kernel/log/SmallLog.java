package io.windlass.kernel.log;

import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.port.DiskReader;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A log of a few frames on a simulated disk, and what recovery makes of it. */
final class SmallLog {
    static final int SEGMENT_BYTES = 4_096;
    static final int FRAME_BYTES_MAX = 1_024;
    static final int UNSYNCED_BYTES_MAX = 2_048;
    static final LogSettings SETTINGS =
            new LogSettings("log", 7, SEGMENT_BYTES, FRAME_BYTES_MAX, UNSYNCED_BYTES_MAX);
    private static final long FIRST_NANOS = 1_900_000_000_000_000_000L;

    final SimulatedDisk disk;

    SmallLog() {
        this(new SimulatedDisk(() -> 0));
    }

    SmallLog(SimulatedDisk disk) {
        this.disk = disk;
    }

    /** What a recovery found. */
    record Found(List<FrameHeader> frames, List<Place> places, LogEnd end) {
        List<Long> indexes() {
            return frames.stream().map(FrameHeader::index).toList();
        }
    }

    /** Frame {@code index} has so many bytes of payload and knows everything before it. */
    static FrameHeader frame(long index, int payloadBytes) {
        return frame(index, payloadBytes, index - 1);
    }

    static FrameHeader frame(long index, int payloadBytes, long commitIndex) {
        return new FrameHeader(
                FrameHeader.lengthFor(payloadBytes),
                FrameHeader.Kind.EVENTS,
                1,
                1,
                2,
                index,
                index * 2 - 1,
                FIRST_NANOS + index,
                commitIndex);
    }

    static byte[] payload(long index, int bytes) {
        byte[] payload = new byte[bytes];
        Arrays.fill(payload, (byte) index);
        return payload;
    }

    /** Appends frames and makes each durable. */
    SmallLog append(long from, long to, int payloadBytes) throws IOException {
        LogEnd end = disk.list("log").isEmpty() ? new LogEnd(0, 0, 0, 0) : recover(0).end();
        try (SegmentedLog log = new SegmentedLog(disk, SETTINGS, end)) {
            for (long index = from; index <= to; index++) {
                log.append(frame(index, payloadBytes), payload(index, payloadBytes));
                log.flush();
            }
        }
        return this;
    }

    /** The same where no IOException can be thrown on. */
    void appendUnchecked(long from, long to) {
        try {
            append(from, to, 300);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Found recover(long commitHint) throws IOException {
        List<FrameHeader> frames = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        try (LogRecovery recovery =
                new LogRecovery(disk, SETTINGS, commitHint, LogStart.BEGINNING)) {
            boolean more = true;
            while (more) {
                more =
                        recovery.step(
                                (header, payload, place) -> {
                                    frames.add(header);
                                    places.add(place);
                                });
            }
            return new Found(frames, places, recovery.end());
        }
    }

    byte[] segment(long firstIndex) throws IOException {
        try (DiskReader file = disk.reader(SETTINGS.path(firstIndex))) {
            byte[] content = new byte[SEGMENT_BYTES];
            file.read(0, ByteBuffer.wrap(content));
            return content;
        }
    }

    /** Changes a segment behind everybody's back. */
    void overwrite(long firstIndex, long offset, byte... bytes) throws IOException {
        try (DiskFile file = disk.open(SETTINGS.path(firstIndex))) {
            file.write(offset, ByteBuffer.wrap(bytes));
            file.sync();
        }
    }
}
