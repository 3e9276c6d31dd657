package io.windlass.kernel.table;

import io.windlass.base.wire.Sink;
import java.util.Arrays;

/** The byte store as it was at a cut: chunks are only ever appended to, so they are shared. */
final class FrozenBytes {
    private final byte[][] chunks;
    private final long end;

    FrozenBytes(byte[][] chunks, long end) {
        this.chunks = chunks;
        this.end = end;
    }

    byte[] get(long reference) {
        return CommittedBytes.read(chunks, reference);
    }

    void save(Sink sink) {
        sink.u64(end);
        for (long from = 0; from < end; from += CommittedBytes.CHUNK) {
            byte[] chunk = chunks[(int) (from / CommittedBytes.CHUNK)];
            int used = (int) Math.min(CommittedBytes.CHUNK, end - from);
            sink.raw(used == chunk.length ? chunk : Arrays.copyOf(chunk, used));
        }
    }
}
