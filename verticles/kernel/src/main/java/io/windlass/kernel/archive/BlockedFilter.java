package io.windlass.kernel.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;

/**
 * A blocked Bloom filter: two bits in each of the eight words of a key's block.
 *
 * <pre>
 *   hash (64 bits): the upper half chooses the piece and in it the block, the lower half the
 *                   bits, spread by eight odd factors
 * </pre>
 *
 * <p>Its memory is not the collector's. Filters are what grows with every id for ever: on the heap
 * 240 million ids made it grow from 1.2 to 2.9 GB, in steps of up to 50 ms within a pause, and as
 * nearly all of it stays it was marked three times in five seconds.
 *
 * <p>It may be asked by one thread while another adds: a bit that is not seen yet belongs to a key
 * whose addition has not been handed over.
 */
final class BlockedFilter {
    /** With 32, one in 185,000 others is taken for known (measured: 54 of ten million). */
    private static final int BITS_PER_KEY = 32;

    private static final int WORDS = 8;
    private static final int BLOCK_BITS = WORDS * Long.SIZE;

    /** A piece is made at once: a quarter of a MiB takes about as many milliseconds. */
    private static final int PIECE_BLOCKS = 1 << 12;

    private static final int HALF = 32;
    private static final long LOWER_HALF = 0xFFFFFFFFL;
    private static final int FIRST_BIT = 58;
    private static final int SECOND_BIT = 52;

    /** Odd, and without a pattern in their lower halves. */
    private static final long[] FACTORS = {
        0x9e3779b97f4a7c15L, 0xe220a8397b1dcdafL, 0x6e789e6aa1b965f5L, 0x06c45d188009454fL,
        0xf88bb8a8724c81edL, 0x1b39896a51a8749bL, 0x53cb9f0c747ea2ebL, 0x2c829abe1f4532e1L
    };

    private final long capacity;
    private final LongBuffer[] pieces;
    private final int blocksOfPiece;
    private int made;
    private long count;

    /**
     * An empty filter that keeps its promise for so many keys, at most 2^34; nothing is asked of it
     * before {@link #makePiece} says that it is whole.
     */
    BlockedFilter(long capacity) {
        this.capacity = capacity;
        long blocks = Math.max(1, divide(capacity * BITS_PER_KEY, BLOCK_BITS));
        this.pieces = new LongBuffer[(int) divide(blocks, PIECE_BLOCKS)];
        this.blocksOfPiece = (int) divide(blocks, pieces.length);
    }

    /** Makes the next piece; false if all are there. */
    boolean makePiece() {
        if (made == pieces.length) {
            return false;
        }
        pieces[made++] =
                ByteBuffer.allocateDirect(blocksOfPiece * WORDS * Long.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asLongBuffer();
        return true;
    }

    /** How much of it is made, 0 to 1. */
    double madeShare() {
        return (double) made / pieces.length;
    }

    /** How much of what it is made for is in it, 0 to 1. */
    double filledShare() {
        return (double) count / capacity;
    }

    /** How many keys it keeps its promise for. */
    long capacity() {
        return capacity;
    }

    boolean hasRoom(long keys) {
        return count + keys <= capacity;
    }

    void add(long hash) {
        long place = place(hash);
        LongBuffer piece = piece(place);
        int at = at(place);
        for (int word = 0; word < WORDS; word++) {
            piece.put(at + word, piece.get(at + word) | bits(hash, word));
        }
        count++;
    }

    /** False only if the key was not added. */
    boolean mayHold(long hash) {
        long place = place(hash);
        LongBuffer piece = piece(place);
        int at = at(place);
        // Two words say no to nearly every key that is not here, by one guess of the processor.
        long missing = (bits(hash, 0) & ~piece.get(at)) | (bits(hash, 1) & ~piece.get(at + 1));
        if (missing != 0) {
            return false;
        }
        for (int word = 2; word < WORDS; word++) {
            missing |= bits(hash, word) & ~piece.get(at + word);
        }
        return missing == 0;
    }

    /** Brings the block of a key near; the result means nothing. */
    long near(long hash) {
        long place = place(hash);
        return piece(place).get(at(place));
    }

    long memoryBytes() {
        return (long) made * blocksOfPiece * WORDS * Long.BYTES;
    }

    /** The piece in the upper half, how far into it in the lower one. */
    private long place(long hash) {
        return (hash >>> HALF) * pieces.length;
    }

    private LongBuffer piece(long place) {
        return pieces[(int) (place >>> HALF)];
    }

    private int at(long place) {
        return (int) (((place & LOWER_HALF) * blocksOfPiece) >>> HALF) * WORDS;
    }

    /** Upwards. */
    private static long divide(long number, long by) {
        return (number + by - 1) / by;
    }

    private static long bits(long hash, int word) {
        long spread = (hash << HALF) * FACTORS[word];
        return (1L << (spread >>> FIRST_BIT)) | (1L << (spread >>> SECOND_BIT));
    }
}
