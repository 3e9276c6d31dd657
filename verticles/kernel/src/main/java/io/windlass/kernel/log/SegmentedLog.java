package io.windlass.kernel.log;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.port.Place;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The appending side of a log: stages frames, writes them with one write, makes them durable with
 * one sync, rolls to the next segment when one is full.
 *
 * <p>Used by the Raft thread only. An {@link IOException} is final.
 */
public final class SegmentedLog implements Closeable {
    private final Disk disk;
    private final LogSettings settings;
    private final TreeMap<Long, Place> recent = new TreeMap<>();
    private ByteBuffer staged;
    private DiskFile file;
    private long segment;
    private long offset;
    private long written;
    private boolean dirty;

    /** Goes on where recovery found the end. */
    public SegmentedLog(Disk disk, LogSettings settings, LogEnd end) throws IOException {
        this.disk = disk;
        this.settings = settings;
        this.staged = ByteBuffer.allocateDirect(settings.frameBytesMax());
        if (end.segment() == 0) {
            begin(end.index() + 1);
        } else {
            segment = end.segment();
            offset = end.offset();
            file = disk.open(settings.path(segment));
            stageHeader();
        }
    }

    /** Stages a frame behind all others; it is durable after the next {@link #flush}. */
    public Place append(FrameHeader header, byte[] payload) throws IOException {
        Invariant.hold(
                header.length() <= settings.frameBytesMax(), "a frame is larger than the limit");
        if (staged.position() + header.length() > settings.unsyncedBytesMax()) {
            flush();
        }
        if (offset + staged.position() + header.length() > file.bytes()) {
            roll(header.index());
        }
        reserve(header.length());
        Place place = new Place(segment, offset + staged.position());
        header.write(staged, payload);
        recent.put(header.index(), place);
        written += header.length();
        return place;
    }

    /** Writes what is staged and makes it durable. */
    public void flush() throws IOException {
        if (staged.position() > 0) {
            int length = staged.position();
            file.write(offset, staged.flip());
            staged.clear();
            offset += length;
            dirty = true;
        }
        if (dirty) {
            file.sync();
            dirty = false;
        }
    }

    /** Bytes appended since the start. */
    public long written() {
        return written;
    }

    /**
     * Whether so many bytes more can be written without running out of space. Fills the segment
     * ahead for that where needed, which may take a while.
     */
    public boolean hasRoom(int bytes) throws IOException {
        long end = offset + staged.position() + bytes;
        if (end <= file.bytes()) {
            return file.prepare(end);
        }
        return file.prepare(file.bytes()) && disk.hasRoom(settings.segmentBytes());
    }

    /** Removes the frame with this index and all behind it, which must be ones still tracked. */
    public void truncateFrom(long index) throws IOException {
        flush();
        Place from = recent.get(index);
        Invariant.hold(from != null, "an entry below the tracked ones was to be removed");
        TreeSet<Long> later = new TreeSet<>(Set.of(segment));
        recent.tailMap(index, true).values().forEach(place -> later.add(place.segment()));
        // From the back, so that a crash in the middle leaves the beginning of what was there.
        for (long emptied : later.tailSet(from.segment(), false).descendingSet()) {
            moveTo(emptied);
            Zeros.writeBackwards(file, 0, settings.unsyncedBytesMax());
        }
        moveTo(from.segment());
        recent.tailMap(index, true).clear();
        offset = from.offset();
        Zeros.writeBackwards(file, offset, settings.unsyncedBytesMax());
    }

    /** Tells where an appended frame stands, for frames made known by append or {@link #track}. */
    public Place place(long index) {
        return recent.get(index);
    }

    /** Makes a recovered frame known for {@link #place} and {@link #truncateFrom}. */
    public void track(long index, Place place) {
        recent.put(index, place);
    }

    /** Forgets the places of frames up to and including this index. */
    public void forgetUntil(long index) {
        recent.headMap(index, true).clear();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void roll(long firstIndex) throws IOException {
        flush();
        file.close();
        begin(firstIndex);
    }

    private void begin(long firstIndex) throws IOException {
        segment = firstIndex;
        offset = 0;
        String path = settings.path(firstIndex);
        boolean exists = disk.list(settings.directory()).contains(SegmentHeader.name(firstIndex));
        file = exists ? disk.open(path) : disk.create(path, settings.segmentBytes());
        stageHeader();
    }

    private void stageHeader() {
        if (offset == 0) {
            staged.put(SegmentHeader.encode(settings.partition(), segment));
        }
    }

    private void moveTo(long other) throws IOException {
        if (other != segment) {
            file.close();
            segment = other;
            file = disk.open(settings.path(other));
        }
    }

    private void reserve(int bytes) {
        if (staged.remaining() >= bytes) {
            return;
        }
        int capacity = Math.max(staged.capacity() * 2, staged.position() + bytes);
        staged = ByteBuffer.allocateDirect(capacity).put(staged.flip());
    }
}
