package io.windlass.kernel.log;

import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskReader;
import io.windlass.kernel.port.Place;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads committed frames back, by sequence. Confined to one worker, because it waits for disk. */
public final class LogReader implements Closeable {
    private static final int BLOCK_BYTES = 1 << 16;

    private final Disk disk;
    private final LogSettings settings;
    private ByteBuffer block =
            ByteBuffer.allocateDirect(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private Optional<DiskReader> open = Optional.empty();
    private long openSegment;

    /**
     * A frame that was read.
     *
     * @param header its head
     * @param payload its events
     */
    public record Frame(FrameHeader header, byte[] payload) {}

    /** A reader of one partition's log. */
    public LogReader(Disk disk, LogSettings settings) {
        this.disk = disk;
        this.settings = settings;
    }

    /**
     * The valid frame that holds a committed sequence.
     *
     * @param from a mark at or before it in the same segment
     * @param hot true to read through the mapping
     */
    public Frame read(History.Mark from, long sequence, boolean hot) throws IOException {
        FrameGate gate = new FrameGate(from.firstSequence());
        long segment = from.place().segment();
        long offset = from.place().offset();
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
        return new Frame(header, payloadAt(at, header));
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
