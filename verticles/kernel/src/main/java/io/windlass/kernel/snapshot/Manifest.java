package io.windlass.kernel.snapshot;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.archive.Holding;
import io.windlass.kernel.log.History.Begin;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.port.StartPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a snapshot is, and what its parts have to be. Little-endian.
 *
 * <pre>
 *   "WLSTATE1" | state format u32 | partition u32
 *   | sequence u64 | index u64 | frame time u64 | digest u64
 *   | segment u64 | offset u64                        where the newest frame in it stands
 *   | n u32 | n times: segment u64 | first sequence u64         the segments up to there
 *   | n u32 | n times: what a sealed file holds, see {@link Holding}       the oldest rows
 *   | n u32 | n times: table text | words u32 | count u32 | length u32 | crc32c u32
 *   | crc32c u32 of everything before it
 * </pre>
 *
 * @param partition whose state it is
 * @param last the newest frame in it
 * @param digest of the state
 * @param base what it stands on
 * @param parts the parts, in order
 */
record Manifest(int partition, Last last, long digest, Base base, List<Part> parts) {
    private static final long MAGIC = 0x3145_5441_5453_4c57L;
    private static final int FORMAT = 5;

    /**
     * The newest frame in a snapshot.
     *
     * @param sequence of its last event
     * @param index in the log
     * @param timeNanos nanoseconds since 1970
     * @param place where it stands
     */
    record Last(long sequence, long index, long timeNanos, Place place) {}

    /**
     * What a snapshot stands on.
     *
     * @param segments the segments up to its newest frame
     * @param holdings the sealed files with its oldest rows
     */
    record Base(List<Begin> segments, List<Holding> holdings) {}

    /**
     * One part.
     *
     * @param table whose rows they are
     * @param words of a row, 0 for the byte store
     * @param count of rows or bytes
     * @param length of the file, in bytes
     * @param crc of the file, CRC32C
     */
    record Part(String table, int words, int count, int length, int crc) {

        /** Fails unless this is the content of the part. */
        void mustBe(byte[] content, int number) throws IOException {
            require(
                    content.length == length && Hashes.crc32c(content, 0, length) == crc,
                    "part " + number + " is damaged");
        }
    }

    /** Fails unless the manifest belongs where it was found. */
    void mustBe(int ofPartition, long ofSequence) throws IOException {
        require(partition == ofPartition, "it belongs to another partition");
        require(last.sequence() == ofSequence, "its name is not its sequence");
    }

    static void require(boolean condition, String otherwise) throws IOException {
        if (!condition) {
            throw new IOException(otherwise);
        }
    }

    /** The segments up to its newest frame. */
    List<Begin> segments() {
        return base.segments();
    }

    /** The sealed files with its oldest rows. */
    List<Holding> holdings() {
        return base.holdings();
    }

    /** How large all parts are, in bytes. */
    long bytes() {
        return parts.stream().mapToLong(Part::length).sum();
    }

    /** Where the log goes on behind this. */
    StartPoint startPoint() {
        List<Long> names = segments().stream().map(Begin::segment).toList();
        return new StartPoint(last.index(), last.sequence(), last.place(), names);
    }

    byte[] encode() {
        Sink sink = new Sink(1 << 12);
        sink.u64(MAGIC).u32(FORMAT).u32(partition);
        sink.u64(last.sequence()).u64(last.index()).u64(last.timeNanos()).u64(digest);
        sink.u64(last.place().segment()).u64(last.place().offset());
        sink.u32(segments().size());
        segments().forEach(begin -> sink.u64(begin.segment()).u64(begin.firstSequence()));
        sink.u32(holdings().size());
        holdings().forEach(holding -> holding.write(sink));
        sink.u32(parts.size());
        for (Part part : parts) {
            sink.text(part.table()).u32(part.words()).u32(part.count());
            sink.u32(part.length()).u32(part.crc());
        }
        return sink.u32(Hashes.crc32c(sink.array(), 0, sink.length())).toBytes();
    }

    static Manifest decode(byte[] content) throws IOException {
        int checked = content.length - Integer.BYTES;
        Source source = new Source(content);
        if (checked < Long.BYTES || source.u64() != MAGIC) {
            throw new IOException("no manifest of a snapshot");
        }
        source.position(checked);
        if (source.u32() != Hashes.crc32c(content, 0, checked)) {
            throw new IOException("the manifest has a wrong checksum");
        }
        source.position(Long.BYTES);
        if (source.u32() != FORMAT) {
            throw new IOException("the snapshot has an unknown state format");
        }
        int partition = source.u32();
        long sequence = source.u64();
        long index = source.u64();
        long time = source.u64();
        long digest = source.u64();
        Place place = new Place(source.u64(), source.u64());
        List<Begin> segments = new ArrayList<>();
        IntStream.range(0, source.u32())
                .forEach(i -> segments.add(new Begin(source.u64(), source.u64())));
        List<Holding> holdings = new ArrayList<>();
        IntStream.range(0, source.u32()).forEach(i -> holdings.add(Holding.read(source)));
        List<Part> parts = new ArrayList<>();
        IntStream.range(0, source.u32()).forEach(i -> parts.add(part(source)));
        Last last = new Last(sequence, index, time, place);
        return new Manifest(partition, last, digest, new Base(segments, holdings), parts);
    }

    private static Part part(Source source) {
        return new Part(source.text(), source.u32(), source.u32(), source.u32(), source.u32());
    }
}
