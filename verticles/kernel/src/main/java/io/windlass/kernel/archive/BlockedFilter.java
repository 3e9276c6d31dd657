package io.windlass.kernel.archive;

/**
 * A blocked Bloom filter: two bits in each of the eight words of a key's block.
 *
 * <pre>
 *   hash (64 bits): the upper half chooses the block, the lower half the bits, spread by eight
 *                   odd factors
 * </pre>
 *
 * <p>It may be asked by one thread while another adds: a bit that is not seen yet belongs to a key
 * whose addition has not been handed over.
 */
final class BlockedFilter {
    /** With 32, one in 185,000 others is taken for known (measured: 54 of ten million). */
    private static final int BITS_PER_KEY = 32;

    private static final int WORDS = 8;
    private static final int BLOCK_BITS = WORDS * Long.SIZE;
    private static final int PIECE_SHIFT = 13;
    private static final int PIECE_BLOCKS = 1 << PIECE_SHIFT;
    private static final int HALF = 32;
    private static final int FIRST_BIT = 58;
    private static final int SECOND_BIT = 52;

    /** Odd, and without a pattern in their lower halves. */
    private static final long[] FACTORS = {
        0x9e3779b97f4a7c15L, 0xe220a8397b1dcdafL, 0x6e789e6aa1b965f5L, 0x06c45d188009454fL,
        0xf88bb8a8724c81edL, 0x1b39896a51a8749bL, 0x53cb9f0c747ea2ebL, 0x2c829abe1f4532e1L
    };

    private final long capacity;
    private final int blocks;

    /** In pieces of half a MiB: no single large array has to be found room for. */
    private final long[][] pieces;

    private long count;

    /** An empty filter that keeps its promise for so many keys, at most 2^34. */
    BlockedFilter(long capacity) {
        this.capacity = capacity;
        this.blocks = (int) Math.max(1, (capacity * BITS_PER_KEY + BLOCK_BITS - 1) / BLOCK_BITS);
        this.pieces = new long[((blocks - 1) >>> PIECE_SHIFT) + 1][];
        for (int piece = 0; piece < pieces.length; piece++) {
            int inPiece = Math.min(PIECE_BLOCKS, blocks - piece * PIECE_BLOCKS);
            pieces[piece] = new long[inPiece * WORDS];
        }
    }

    boolean hasRoom(long keys) {
        return count + keys <= capacity;
    }

    void add(long hash) {
        int block = block(hash);
        long[] piece = pieces[block >>> PIECE_SHIFT];
        int at = at(block);
        for (int word = 0; word < WORDS; word++) {
            piece[at + word] |= bits(hash, word);
        }
        count++;
    }

    /** False only if the key was not added. */
    boolean mayHold(long hash) {
        int block = block(hash);
        long[] piece = pieces[block >>> PIECE_SHIFT];
        int at = at(block);
        // Two words say no to nearly every key that is not here, by one guess of the processor.
        long missing = (bits(hash, 0) & ~piece[at]) | (bits(hash, 1) & ~piece[at + 1]);
        if (missing != 0) {
            return false;
        }
        for (int word = 2; word < WORDS; word++) {
            missing |= bits(hash, word) & ~piece[at + word];
        }
        return missing == 0;
    }

    /** Brings the block of a key near; the result means nothing. */
    long near(long hash) {
        int block = block(hash);
        return pieces[block >>> PIECE_SHIFT][at(block)];
    }

    long memoryBytes() {
        return (long) blocks * WORDS * Long.BYTES;
    }

    private int block(long hash) {
        return (int) (((hash >>> HALF) * blocks) >>> HALF);
    }

    private static int at(int block) {
        return (block & (PIECE_BLOCKS - 1)) * WORDS;
    }

    private static long bits(long hash, int word) {
        long spread = (hash << HALF) * FACTORS[word];
        return (1L << (spread >>> FIRST_BIT)) | (1L << (spread >>> SECOND_BIT));
    }
}
