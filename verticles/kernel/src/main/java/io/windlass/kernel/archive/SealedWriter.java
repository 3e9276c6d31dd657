package io.windlass.kernel.archive;

import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskDraft;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * Writes one sealed file in steps of half a millisecond of a processor, so that other work of the
 * reader's loop goes on between them.
 *
 * <p>A file of that name may be there, of an earlier run: it is written again, since a process that
 * was killed may have left it to the page cache alone.
 *
 * <pre>
 *   block 0 -> order -> ... -> hashes -> ... -> rows -> ... -> finish
 * </pre>
 */
public final class SealedWriter {
    private static final int BLOCKS = 32;

    /**
     * Those of hashes are sorted and go through the filter: 2,000 of them take half a millisecond.
     */
    private static final int HASH_BLOCKS = 4;

    private final Disk disk;
    private final ArchivedTable table;
    private final RowsToSeal rows;
    private final Holding holding;
    private final String path;
    private final long[] fences;
    private final SealedOrder order;
    private boolean isBegun;
    private boolean isOrdered;
    private DiskDraft file;
    private int next = 1;

    /** Nobody reads it: it keeps the touching from being left out. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    SealedWriter(
            Disk disk,
            String path,
            ArchivedTable table,
            RowsToSeal rows,
            Holding holding,
            SealedOrder order) {
        this.disk = disk;
        this.path = path;
        this.table = table;
        this.rows = rows;
        this.holding = holding;
        this.order = order;
        this.fences = new long[Block.count(holding.count(), Block.HASHES)];
    }

    /** What is being written. */
    public Holding holding() {
        return holding;
    }

    /** Takes the next step; false when the file is complete, durable and found by lookups. */
    public boolean step() throws IOException {
        try {
            return stepOn();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What the table's filters are now. */
    public Filters filters() {
        return table.filters();
    }

    private boolean stepOn() throws IOException {
        if (!isBegun) {
            if (!table.prepare(holding.count())) {
                begin();
            }
            return true;
        }
        if (!isOrdered) {
            isOrdered = !order.step(rows);
            return true;
        }
        if (next < holding.blocks()) {
            int count = blocks();
            byte[] blocks = new byte[count * Block.BYTES];
            for (int i = 0; i < count; i++) {
                write(blocks, i * Block.BYTES, next + i);
            }
            file.append(ByteBuffer.wrap(blocks));
            next += count;
            return true;
        }
        file.finish();
        close();
        table.add(SealedFile.of(disk, path, holding, fences));
        return false;
    }

    private void begin() throws IOException {
        if (!disk.hasRoom(holding.bytes())) {
            throw new IOException("no space for a file of " + holding.bytes() + " bytes: " + path);
        }
        isBegun = true;
        order.begin(holding.count());
        file = disk.draft(path, holding.bytes());
        file.append(ByteBuffer.wrap(SealedHeader.block(holding)));
    }

    private int blocks() {
        return next < holding.firstRows()
                ? Math.min(HASH_BLOCKS, holding.firstRows() - next)
                : Math.min(BLOCKS, holding.blocks() - next);
    }

    private void write(byte[] blocks, int at, int number) {
        LongBuffer content =
                ByteBuffer.wrap(blocks, at, Block.CONTENT)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asLongBuffer();
        if (number < holding.firstRows()) {
            writeHashes(content, (number - 1) * Block.HASHES);
            fences[number - 1] = content.get(0);
        } else {
            int perBlock = Block.rows(holding.shape().words());
            writeRows(content, (number - holding.firstRows()) * perBlock, perBlock);
        }
        Block.seal(blocks, at, number);
    }

    /** In their order the hashes also go through the filter from its beginning to its end. */
    private void writeHashes(LongBuffer content, int from) {
        int to = Math.min(from + Block.HASHES, holding.count());
        for (int place = from; place < to; place++) {
            long hash = order.hash(place);
            content.put(hash);
            table.expect(hash);
        }
    }

    private void writeRows(LongBuffer content, int from, int perBlock) {
        int to = Math.min(from + perBlock, holding.count());
        for (int place = from; place < to; place++) {
            touched += rows.touch(order.row(place));
        }
        for (int place = from; place < to; place++) {
            rows.copy(order.row(place), content);
        }
    }

    private void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
