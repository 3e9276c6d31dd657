package io.windlass.kernel.log;

import io.windlass.kernel.port.CopyTarget;
import io.windlass.kernel.port.DiskReader;
import io.windlass.kernel.port.ReadableDisk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Copies a log from its first frame on and checks every frame on its way, while somebody else may
 * be appending to it.
 *
 * <p>Files are copied without the zeros behind their last frame; recovery and the appending side
 * take a shorter segment for a full one and go on in the next. Confined to one thread.
 */
public final class LogCopy implements Closeable {
    private final ReadableDisk disk;
    private final LogSettings settings;
    private final CopyTarget target;
    private final ByteBuffer block;
    private final FrameGate gate = new FrameGate(1);
    private Optional<DiskReader> file = Optional.empty();
    private long segment;
    private long offset;
    private long index;
    private int term;
    private long timeNanos;
    private boolean bounded;

    /**
     * Where a copy ends, at the latest.
     *
     * @param index the newest index to copy, which was committed
     * @param term no frame of a later term
     * @param timeNanos no frame stamped later
     */
    public record Bounds(long index, int term, long timeNanos) {
        private boolean admit(FrameHeader frame) {
            return frame.index() <= index && frame.term() <= term && frame.timeNanos() <= timeNanos;
        }
    }

    /** Hears how far a copy has come. */
    public interface Progress {
        /** The frame with this index was copied, with all before it. */
        void at(long index);
    }

    /**
     * A copy of nothing yet.
     *
     * @param block what to read into, larger than a frame; other copies may use it between calls
     */
    public LogCopy(ReadableDisk disk, LogSettings settings, CopyTarget target, ByteBuffer block) {
        this.disk = disk;
        this.settings = settings;
        this.target = target;
        this.block = block.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Goes on to the bounds.
     *
     * @throws DamagedLogException if a frame within them cannot be read
     */
    public void until(Bounds bounds, Progress progress) throws IOException {
        bounded = false;
        while (index < bounds.index() && !bounded) {
            if (file.isEmpty()) {
                open();
            }
            if (!copyBlock(bounds) && !bounded) {
                refuseUnlessFollowed(bounds.index());
                close();
                segment = 0;
            }
            progress.at(index);
        }
        close();
    }

    /** The index of the newest frame copied, 0 if there is none. */
    public long index() {
        return index;
    }

    /** The sequence of the newest event copied, 0 if there is none. */
    public long sequence() {
        return gate.nextSequence() - 1;
    }

    /** The newest time in the copied frames. */
    public long timeNanos() {
        return timeNanos;
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
            file = Optional.empty();
        }
    }

    private void open() throws IOException {
        if (segment == 0) {
            begin();
        } else {
            file = Optional.of(disk.reader(settings.path(segment)));
        }
    }

    private void begin() throws IOException {
        String path = settings.path(index + 1);
        if (!exists(index + 1)) {
            throw new DamagedLogException(path, 0, "the file is missing");
        }
        DiskReader opened = disk.reader(path);
        file = Optional.of(opened);
        segment = index + 1;
        block.clear().limit(SegmentHeader.BYTES);
        opened.read(0, block);
        block.flip();
        if (!SegmentHeader.matches(block, settings.partition(), segment)) {
            throw new DamagedLogException(path, 0, SegmentHeader.complaint(block));
        }
        target.append(path, block);
        offset = SegmentHeader.BYTES;
    }

    /** False if no frame was there to be copied. */
    private boolean copyBlock(Bounds bounds) throws IOException {
        file.orElseThrow().read(offset, block.clear());
        block.flip();
        int used = 0;
        Optional<FrameHeader> next = expectedAt(used);
        while (next.isPresent() && bounds.admit(next.get())) {
            FrameHeader frame = next.get();
            gate.admits(frame);
            index = frame.index();
            term = frame.term();
            timeNanos = Math.max(timeNanos, frame.timeNanos());
            used += frame.length();
            next = expectedAt(used);
        }
        bounded = next.isPresent();
        if (used > 0) {
            target.append(settings.path(segment), block.duplicate().limit(used));
            offset += used;
        }
        return used > 0;
    }

    private Optional<FrameHeader> expectedAt(int at) {
        return FrameHeader.read(block, at)
                .filter(frame -> frame.index() == index + 1 && frame.term() >= term);
    }

    private void refuseUnlessFollowed(long committed) throws IOException {
        boolean clean = block.remaining() < Integer.BYTES || block.getInt(0) == 0;
        if (!clean || segment == index + 1 || !exists(index + 1)) {
            throw new DamagedLogException(
                    settings.path(segment), offset, LogEvidence.unreadable(index + 1, committed));
        }
    }

    private boolean exists(long firstIndex) throws IOException {
        return disk.list(settings.directory()).contains(SegmentHeader.name(firstIndex));
    }
}
