package io.windlass.kernel.log;

import io.windlass.kernel.port.DiskReader;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.port.ReadableDisk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads committed frames back, by sequence. Confined to one worker, because it waits for disk. */
public final class LogReader implements Closeable {
    private static final int BLOCK_BYTES = 1 << 16;
    private static final int SCANNED_SEGMENTS = 64;

    private final ReadableDisk disk;
    private final LogSettings settings;
    private ByteBuffer block =
            ByteBuffer.allocateDirect(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private Optional<DiskReader> open = Optional.empty();
    private long openSegment;

    /** What was read last: who repeats many ids mostly does so in the order of the log. */
    private Optional<Frame> last = Optional.empty();

    private Place lastPlace = new Place(0, 0);

    /** The marks of segments that were scanned, the ones used last. */
    private final Map<Long, MarkedSegment> scanned =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, MarkedSegment> eldest) {
                    return size() > SCANNED_SEGMENTS;
                }
            };

    /**
     * A frame that was read.
     *
     * @param header its head
     * @param payload its events
     */
    public record Frame(FrameHeader header, byte[] payload) {
        boolean holds(long sequence) {
            return header.firstSequence() <= sequence
                    && sequence < header.firstSequence() + header.count();
        }
    }

    /** A reader of one partition's log. */
    public LogReader(ReadableDisk disk, LogSettings settings) {
        this.disk = disk;
        this.settings = settings;
    }

    /** Where the log is. */
    public LogSettings settings() {
        return settings;
    }

    /**
     * The valid frame that holds a committed sequence.
     *
     * @param from a mark at or before it in the same segment
     * @param hot true to read through the mapping
     */
    public Frame read(History.Mark from, long sequence, boolean hot) throws IOException {
        if (last.isPresent() && last.get().holds(sequence)) {
            return last.get();
        }
        History.Mark mark = nearest(from.sparse() ? markBefore(from, sequence) : from, sequence);
        FrameGate gate = new FrameGate(mark.firstSequence());
        long segment = mark.place().segment();
        long offset = mark.place().offset();
        FrameHeader header = load(segment, offset, hot);
        int at = 0;
        while (!gate.admits(header) || gate.nextSequence() <= sequence) {
            offset += header.length();
            at += header.length();
            Optional<FrameHeader> next = FrameHeader.read(block, at);
            if (next.isEmpty()) {
                header = load(segment, offset, hot);
                at = 0;
            } else {
                header = next.get();
            }
        }
        Frame frame = new Frame(header, payloadAt(at, header));
        last = Optional.of(frame);
        lastPlace = new Place(segment, offset);
        return frame;
    }

    /** The head of the frame at a place. */
    public FrameHeader header(Place place) throws IOException {
        return load(place.segment(), place.offset(), false);
    }

    /** The payload of the frame at a place. */
    public byte[] payload(Place place) throws IOException {
        return payloadAt(0, load(place.segment(), place.offset(), false));
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
            open = Optional.empty();
        }
    }

    /** The frame that was read last, if it lies between a mark and a sequence. */
    private History.Mark nearest(History.Mark mark, long sequence) {
        if (last.isPresent() && lastPlace.segment() == mark.place().segment()) {
            long first = last.get().header().firstSequence();
            if (mark.firstSequence() < first && first <= sequence) {
                return new History.Mark(first, lastPlace, false);
            }
        }
        return mark;
    }

    /** A segment is scanned when it is asked for first since the start, and remembered. */
    private History.Mark markBefore(History.Mark begin, long sequence) throws IOException {
        long segment = begin.place().segment();
        MarkedSegment marks = scanned.get(segment);
        if (marks == null) {
            marks = scan(begin);
            scanned.put(segment, marks);
        }
        return marks.before(sequence);
    }

    private MarkedSegment scan(History.Mark begin) throws IOException {
        Place place = begin.place();
        FrameGate gate = new FrameGate(begin.firstSequence());
        MarkedSegment marks = new MarkedSegment(place.segment());
        // Where the first frame is damaged, whoever reads from here names it.
        marks.add(begin.firstSequence(), place.offset());
        ByteBuffer all =
                ByteBuffer.allocateDirect(Math.max(1 << 21, settings.frameBytesMax()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long offset = place.offset();
        int used = 1;
        while (used > 0) {
            file(place.segment()).read(offset, all.clear());
            all.flip();
            used = 0;
            Optional<FrameHeader> next = FrameHeader.read(all, 0);
            while (next.isPresent()) {
                long sequence = gate.nextSequence();
                if (gate.admits(next.get())) {
                    marks.add(sequence, offset + used);
                }
                used += next.get().length();
                next = FrameHeader.read(all, used);
            }
            offset += used;
        }
        return marks;
    }

    private byte[] payloadAt(int at, FrameHeader header) {
        byte[] payload = new byte[header.length() - FrameHeader.BYTES];
        block.position(at + FrameHeader.BYTES).get(payload);
        return payload;
    }

    private FrameHeader load(long segment, long offset, boolean hot) throws IOException {
        fill(segment, offset, hot);
        int length = block.limit() < Integer.BYTES ? 0 : block.getInt(0);
        if (length > block.capacity() && length <= settings.segmentBytes()) {
            block = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
            fill(segment, offset, hot);
        }
        Optional<FrameHeader> header = FrameHeader.read(block, 0);
        if (header.isEmpty()) {
            throw new DamagedLogException(
                    settings.path(segment), offset, "a committed entry is unreadable");
        }
        return header.get();
    }

    private void fill(long segment, long offset, boolean hot) throws IOException {
        DiskReader file = file(segment);
        block.clear();
        if (hot) {
            file.readMapped(offset, block);
        } else {
            file.read(offset, block);
        }
        block.flip();
    }

    private DiskReader file(long segment) throws IOException {
        if (open.isEmpty() || openSegment != segment) {
            close();
            open = Optional.of(disk.reader(settings.path(segment)));
            openSegment = segment;
        }
        return open.get();
    }
}
