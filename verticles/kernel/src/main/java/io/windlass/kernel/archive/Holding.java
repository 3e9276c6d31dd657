package io.windlass.kernel.archive;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;

/**
 * What a sealed file holds.
 *
 * <pre>
 *   table text | key words u32 | words u32 | count u32
 *   | first sequence u64 | last sequence u64 | digest u64
 * </pre>
 *
 * @param shape of its rows
 * @param count how many rows, at least 1
 * @param firstSequence of the event that put the oldest row
 * @param lastSequence of the event that put the newest row
 * @param digest the part of the table's digest that these rows make up
 */
public record Holding(Shape shape, int count, long firstSequence, long lastSequence, long digest) {
    private static final int DIGITS = 20;

    /** Writes it. */
    public void write(Sink sink) {
        sink.text(shape.table()).u32(shape.keyWords()).u32(shape.words()).u32(count);
        sink.u64(firstSequence).u64(lastSequence).u64(digest);
    }

    /** Reads back what {@link #write} wrote. */
    public static Holding read(Source source) {
        Shape shape = new Shape(source.text(), source.u32(), source.u32());
        return new Holding(shape, source.u32(), source.u64(), source.u64(), source.u64());
    }

    /** Its file's name. */
    public String name() {
        return shape.table()
                + "-"
                + digits(firstSequence)
                + "-"
                + digits(lastSequence)
                + ArchiveFiles.SUFFIX;
    }

    /** The number of the first block with rows. */
    int firstRows() {
        return 1 + Block.count(count, Block.HASHES);
    }

    /** How many blocks there are. */
    int blocks() {
        return firstRows() + Block.count(count, Block.rows(shape.words()));
    }

    /** How large the file is. */
    long bytes() {
        return Block.offset(blocks());
    }

    private static String digits(long sequence) {
        String digits = Long.toString(sequence);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
