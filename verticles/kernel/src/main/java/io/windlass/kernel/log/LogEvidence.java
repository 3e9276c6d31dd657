package io.windlass.kernel.log;

import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.port.DiskReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What is known about how far a log was committed, and the judgement it allows: whether a frame
 * that cannot be read is the torn tail of an interrupted write, or damage to what was acknowledged.
 */
final class LogEvidence {
    private static final int STEP = 8;

    private final Disk disk;
    private final LogSettings settings;
    private long commitIndex;

    LogEvidence(Disk disk, LogSettings settings, long commitHint) {
        this.disk = disk;
        this.settings = settings;
        this.commitIndex = commitHint;
    }

    long commitIndex() {
        return commitIndex;
    }

    void learn(long knownCommitIndex) {
        commitIndex = Math.max(commitIndex, knownCommitIndex);
    }

    boolean segmentExists(long firstIndex) throws IOException {
        return disk.list(settings.directory()).contains(SegmentHeader.name(firstIndex));
    }

    /** Throws if a segment that holds committed frames is not there. */
    void refuseIfMissing(long segment) throws IOException {
        if (!segmentExists(segment)) {
            throw new DamagedLogException(settings.path(segment), 0, "the file is missing");
        }
    }

    /** Throws if the frame with this index, which is not there, was committed. */
    void refuseIfCommitted(long index, String path, long offset) throws IOException {
        if (commitIndex >= index) {
            throw new DamagedLogException(
                    path,
                    offset,
                    "entry " + index + " is committed (up to " + commitIndex + ") but unreadable");
        }
    }

    /**
     * Throws if something written after the unreadable place shows that it was committed: a later
     * segment, or a later frame that says so.
     */
    void refuseIfContinued(DiskFile file, long segment, long offset, long index)
            throws IOException {
        refuseIfFollowed(segment, offset, index);
        learnFromLaterFrames(file, offset);
        refuseIfCommitted(index, settings.path(segment), offset);
    }

    /**
     * Throws if the log goes on behind a clean end: then it may be the next file that is missing.
     */
    void refuseIfNextIsMissing(long segment, long offset, long index) throws IOException {
        if (commitIndex >= index || isFollowed(segment)) {
            throw new DamagedLogException(
                    settings.path(segment),
                    offset,
                    "the log goes on with entry "
                            + index
                            + ", which is not here, and the file "
                            + settings.path(index)
                            + " is missing,");
        }
    }

    /** Throws if a later segment exists, which was begun after all before it was durable. */
    void refuseIfFollowed(long segment, long offset, long index) throws IOException {
        if (isFollowed(segment)) {
            throw new DamagedLogException(
                    settings.path(segment == 0 ? index : segment),
                    offset,
                    "entry " + index + " is unreadable although a later file follows");
        }
    }

    private boolean isFollowed(long segment) throws IOException {
        for (String name : disk.list(settings.directory())) {
            if (SegmentHeader.isName(name)
                    && SegmentHeader.firstIndex(name) > segment
                    && hasHeader(SegmentHeader.firstIndex(name))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasHeader(long firstIndex) throws IOException {
        try (DiskReader file = disk.reader(settings.path(firstIndex))) {
            ByteBuffer header = ByteBuffer.allocate(SegmentHeader.BYTES);
            file.read(0, header);
            return SegmentHeader.matches(header, settings.partition(), firstIndex);
        }
    }

    private void learnFromLaterFrames(DiskFile file, long offset) throws IOException {
        long window = (long) settings.unsyncedBytesMax() + settings.frameBytesMax();
        int length = (int) Math.min(file.bytes() - offset, window);
        ByteBuffer rest = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
        file.read(offset, rest);
        rest.flip();
        for (int at = 0; at + FrameHeader.BYTES <= rest.limit(); at += STEP) {
            Optional<FrameHeader> later =
                    rest.getInt(at) == 0 ? Optional.empty() : FrameHeader.read(rest, at);
            later.ifPresent(header -> learn(header.commitIndex()));
        }
    }
}
