package io.windlass.kernel.log;

import io.windlass.kernel.port.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Clears what an interrupted or withdrawn write left in a segment. */
final class Zeros {
    private static final int BLOCK = 1 << 16;

    private Zeros() {}

    /**
     * Overwrites a range with zeros, skipping blocks that are zero already; tells whether it wrote.
     */
    static boolean write(DiskFile file, long from, long until) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        boolean wrote = false;
        for (long at = from; at < until; at += BLOCK) {
            block.clear().limit((int) Math.min(BLOCK, until - at));
            file.read(at, block);
            if (!isZero(block.flip())) {
                file.write(at, zeros(block));
                wrote = true;
            }
        }
        return wrote;
    }

    /**
     * Zeroes a file from its end back to an offset in synced steps, so that after a crash whatever
     * is left of the old content lies within one step of its whole beginning.
     */
    static void writeBackwards(DiskFile file, long from, int stepBytes) throws IOException {
        for (long until = file.bytes(); until > from; until -= stepBytes) {
            if (write(file, Math.max(from, until - stepBytes), until)) {
                file.sync();
            }
        }
    }

    private static boolean isZero(ByteBuffer block) {
        int at = 0;
        for (; at + Long.BYTES <= block.limit(); at += Long.BYTES) {
            if (block.getLong(at) != 0) {
                return false;
            }
        }
        for (; at < block.limit(); at++) {
            if (block.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private static ByteBuffer zeros(ByteBuffer block) {
        for (int at = 0; at < block.limit(); at++) {
            block.put(at, (byte) 0);
        }
        return block.rewind();
    }
}
