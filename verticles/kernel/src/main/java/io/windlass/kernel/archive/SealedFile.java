package io.windlass.kernel.archive;

import io.windlass.base.wire.LittleEndian;
import io.windlass.kernel.port.DiskReader;
import io.windlass.kernel.port.ReadableDisk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A sealed file that is complete, for lookups. Used on the reader's loop only. */
final class SealedFile implements Closeable {
    private static final int READ_BLOCKS = 256;

    private final String path;
    private final Holding holding;
    private final DiskReader reader;

    /** The first hash of each block of them. */
    private final long[] fences;

    private SealedFile(String path, Holding holding, DiskReader reader, long[] fences) {
        this.path = path;
        this.holding = holding;
        this.reader = reader;
        this.fences = fences;
    }

    /** A file that was just written or checked. */
    static SealedFile of(ReadableDisk disk, String path, Holding holding, long[] fences)
            throws IOException {
        return new SealedFile(path, holding, disk.reader(path), fences);
    }

    /**
     * Opens a file and checks it but for its rows, of which only the last ones are.
     *
     * @param known told of the hash of each row
     */
    static SealedFile open(ReadableDisk disk, String path, Holding holding, LongConsumer known)
            throws IOException {
        return checked(
                disk,
                path,
                holding,
                file -> {
                    file.check(known);
                    file.read(holding.blocks() - 1, 1);
                });
    }

    /** Opens a file and checks all of it. */
    static SealedFile verified(ReadableDisk disk, String path, Holding holding) throws IOException {
        return checked(
                disk,
                path,
                holding,
                file -> {
                    file.check(hash -> {});
                    file.copy(piece -> {});
                });
    }

    private static SealedFile checked(ReadableDisk disk, String path, Holding holding, Check check)
            throws IOException {
        long[] fences = new long[Block.count(holding.count(), Block.HASHES)];
        SealedFile file = new SealedFile(path, holding, disk.reader(path), fences);
        try {
            check.run(file);
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What is done with a file before it counts as open. */
    private interface Check {
        void run(SealedFile file) throws IOException;
    }

    /** Takes a piece of a file. */
    interface Receiver {
        /** The next bytes. */
        void take(byte[] piece) throws IOException;
    }

    /** Hands all bytes over, checked. */
    void copy(Receiver receiver) throws IOException {
        for (int first = 0; first < holding.blocks(); first += READ_BLOCKS) {
            receiver.take(read(first, Math.min(READ_BLOCKS, holding.blocks() - first)));
        }
    }

    Holding holding() {
        return holding;
    }

    /** The words of the row with a key, which has this hash. */
    Optional<long[]> find(long hash, long[] key) throws IOException {
        // Equal hashes may begin in the block before the one that begins with them.
        for (int block = Math.max(0, lowest(hash) - 1);
                block < fences.length && Long.compareUnsigned(fences[block], hash) <= 0;
                block++) {
            byte[] hashes = read(1 + block, 1);
            int count = Math.min(Block.HASHES, holding.count() - block * Block.HASHES);
            for (int i = 0; i < count; i++) {
                if (LittleEndian.u64(hashes, i * Long.BYTES) == hash) {
                    Optional<long[]> found = row(block * Block.HASHES + i, key);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    long memoryBytes() {
        return (long) fences.length * Long.BYTES;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** The first block that begins with this hash or a higher one, or how many there are. */
    private int lowest(long hash) {
        int low = 0;
        int high = fences.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Long.compareUnsigned(fences[middle], hash) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The row at a place if it has this key. */
    private Optional<long[]> row(int place, long[] key) throws IOException {
        int words = holding.shape().words();
        int perBlock = Block.rows(words);
        byte[] rows = read(holding.firstRows() + place / perBlock, 1);
        int at = place % perBlock * words * Long.BYTES;
        long[] row = new long[words];
        for (int word = 0; word < words; word++) {
            row[word] = LittleEndian.u64(rows, at + word * Long.BYTES);
        }
        int keyWords = holding.shape().keyWords();
        return Arrays.equals(row, 0, keyWords, key, 0, keyWords)
                ? Optional.of(row)
                : Optional.empty();
    }

    private void check(LongConsumer known) throws IOException {
        if (!SealedHeader.isOf(holding, read(0, 1))) {
            throw new DamagedArchiveException(path, 0, "another sealed file begins");
        }
        long before = 0;
        for (int first = 0; first < fences.length; first += READ_BLOCKS) {
            int blocks = Math.min(READ_BLOCKS, fences.length - first);
            byte[] hashes = read(1 + first, blocks);
            for (int i = 0; i < blocks; i++) {
                before = check(hashes, i, first + i, before, known);
            }
        }
    }

    private long check(byte[] hashes, int at, int block, long before, LongConsumer known)
            throws IOException {
        int count = Math.min(Block.HASHES, holding.count() - block * Block.HASHES);
        long last = before;
        for (int i = 0; i < count; i++) {
            long hash = LittleEndian.u64(hashes, at * Block.BYTES + i * Long.BYTES);
            if (Long.compareUnsigned(hash, last) < 0) {
                throw new DamagedArchiveException(
                        path, Block.offset(1 + block), "hashes are not in order");
            }
            known.accept(hash);
            last = hash;
        }
        fences[block] = LittleEndian.u64(hashes, at * Block.BYTES);
        return last;
    }

    private byte[] read(int first, int count) throws IOException {
        ByteBuffer blocks = ByteBuffer.allocate(count * Block.BYTES);
        reader.read(Block.offset(first), blocks);
        for (int i = 0; i < count; i++) {
            int at = i * Block.BYTES;
            if (blocks.position() < at + Block.BYTES
                    || !Block.isSealed(blocks.array(), at, first + i)) {
                throw new DamagedArchiveException(
                        path, Block.offset(first + i), "a block of old rows is damaged");
            }
        }
        return blocks.array();
    }
}
