package io.windlass.kernel.log;

import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.port.Place;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads a log from a frame to its end, checks every frame, and cuts a torn tail.
 *
 * <p>Works in steps of one block, so that the caller can hand frames on without holding all of
 * them. Used by the Raft thread before the log is appended to.
 */
public final class LogRecovery implements Closeable {
    private static final int BLOCK_BYTES = 1 << 21;

    private final Disk disk;
    private final LogSettings settings;
    private final LogEvidence evidence;
    private ByteBuffer block;
    private DiskFile file;
    private long segment;
    private long offset;
    private final LogStart start;
    private long nextIndex;
    private int lastTerm;
    private long bytesRead;

    /** Takes the frames of a log, in order of index. */
    public interface Sink {
        /**
         * A whole frame.
         *
         * @param payload its events, valid during the call only
         */
        void frame(FrameHeader header, ByteBuffer payload, Place place) throws IOException;
    }

    /** A recovery that has not read anything yet. */
    public LogRecovery(Disk disk, LogSettings settings, long commitHint, LogStart start) {
        this.start = start;
        this.nextIndex = start.index();
        this.disk = disk;
        this.settings = settings;
        this.evidence = new LogEvidence(disk, settings, commitHint);
        int block = (int) Math.min(BLOCK_BYTES, settings.segmentBytes());
        int capacity = Math.max(block, settings.frameBytesMax());
        this.block = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads on; false when the end has been reached. */
    public boolean step(Sink sink) throws IOException {
        if (file == null && !openFirst()) {
            return false;
        }
        int used = deliver(sink);
        offset += used;
        bytesRead += used;
        return used > 0 || openNext();
    }

    /** Bytes of frames read so far. */
    public long bytesRead() {
        return bytesRead;
    }

    /** The newest commit index known, which grows with every frame read. */
    public long commitIndex() {
        return evidence.commitIndex();
    }

    /** Where the log ends; a torn tail is cut by this call. */
    public LogEnd end() throws IOException {
        if (file == null) {
            return new LogEnd(0, 0, nextIndex - 1, evidence.commitIndex());
        }
        long window = (long) settings.unsyncedBytesMax() + settings.frameBytesMax();
        if (Zeros.write(file, offset, Math.min(file.bytes(), offset + window))) {
            file.sync();
        }
        return new LogEnd(segment, offset, nextIndex - 1, evidence.commitIndex());
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private boolean openFirst() throws IOException {
        for (long before : start.before()) {
            evidence.refuseIfMissing(before);
        }
        if (!evidence.segmentExists(start.segment())) {
            evidence.refuseIfCommitted(nextIndex, settings.path(start.segment()), 0);
            evidence.refuseIfFollowed(0, 0, nextIndex);
            return false;
        }
        open(start.segment());
        if (offset > 0) {
            offset = Math.max(offset, start.offset());
        }
        return true;
    }

    private void open(long firstIndex) throws IOException {
        segment = firstIndex;
        file = disk.open(settings.path(firstIndex));
        fill(0);
        offset = 0;
        if (SegmentHeader.matches(block, settings.partition(), firstIndex)) {
            offset = SegmentHeader.BYTES;
        }
    }

    private int deliver(Sink sink) throws IOException {
        if (offset == 0) {
            return 0;
        }
        fill(offset);
        int at = 0;
        Optional<FrameHeader> next = expectedAt(at);
        while (next.isPresent()) {
            FrameHeader header = next.get();
            evidence.learn(header.commitIndex());
            ByteBuffer payload =
                    block.duplicate()
                            .limit(at + header.length())
                            .position(at + FrameHeader.BYTES)
                            .slice();
            sink.frame(header, payload, new Place(segment, offset + at));
            nextIndex = header.index() + 1;
            lastTerm = header.term();
            at += header.length();
            next = expectedAt(at);
        }
        return at;
    }

    private Optional<FrameHeader> expectedAt(int at) {
        return FrameHeader.read(block, at)
                .filter(header -> header.index() == nextIndex && header.term() >= lastTerm);
    }

    /** Moves to the segment that begins with the next index; false if the log ends here. */
    private boolean openNext() throws IOException {
        boolean clean = block.remaining() < Integer.BYTES || block.getInt(0) == 0;
        if (clean && offset > 0 && nextIndex != segment) {
            if (evidence.segmentExists(nextIndex)) {
                file.close();
                open(nextIndex);
                return true;
            }
            evidence.refuseIfNextIsMissing(segment, offset, nextIndex);
        }
        evidence.refuseIfCommitted(nextIndex, settings.path(segment), offset);
        evidence.refuseIfContinued(file, segment, offset, nextIndex);
        return false;
    }

    private void fill(long from) throws IOException {
        block.clear();
        bytesInto(from);
        int length = block.limit() < Integer.BYTES ? 0 : block.getInt(0);
        if (length > block.capacity() && length <= file.bytes() - from) {
            block = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
            bytesInto(from);
        }
    }

    private void bytesInto(long from) throws IOException {
        file.read(from, block);
        block.flip();
    }
}
