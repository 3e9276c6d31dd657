package io.windlass.kernel.archive;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import java.util.Arrays;

/**
 * The first block of a sealed file.
 *
 * <pre>
 *   "WLSEALED" | format u32 | what the file holds, see {@link Holding}
 * </pre>
 */
final class SealedHeader {
    private static final long MAGIC = 0x4445_4c41_4553_4c57L;
    private static final int FORMAT = 1;

    private SealedHeader() {}

    static byte[] block(Holding holding) {
        Sink sink = new Sink(Block.BYTES);
        sink.u64(MAGIC).u32(FORMAT);
        holding.write(sink);
        byte[] block = Arrays.copyOf(sink.toBytes(), Block.BYTES);
        Block.seal(block, 0, 0);
        return block;
    }

    /** Whether a sealed block is the first one of this file. */
    static boolean isOf(Holding holding, byte[] block) {
        Source source = new Source(block);
        return source.u64() == MAGIC
                && source.u32() == FORMAT
                && Holding.read(source).equals(holding);
    }
}
