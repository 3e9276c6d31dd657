package io.windlass.kernel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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

    /** Adds the parts the byte store is saved in. */
    void addTo(List<CutPart> parts) {
        int whole = CutPart.PIECE_BYTES * CutPart.PIECES;
        for (long from = 0; from < end; from += whole) {
            int count = (int) Math.min(whole, end - from);
            parts.add(new CutPart(CutPart.BYTE_STORE, 0, count, pieces(from, count)));
        }
    }

    private List<Supplier<byte[]>> pieces(long from, int count) {
        List<Supplier<byte[]>> pieces = new ArrayList<>();
        for (int at = 0; at < count; at += CutPart.PIECE_BYTES) {
            long first = from + at;
            int some = Math.min(CutPart.PIECE_BYTES, count - at);
            pieces.add(() -> content(first, some));
        }
        return pieces;
    }

    private byte[] content(long from, int count) {
        byte[] content = new byte[count];
        for (int at = 0; at < count; at += CommittedBytes.CHUNK) {
            byte[] chunk = chunks[(int) ((from + at) / CommittedBytes.CHUNK)];
            System.arraycopy(chunk, 0, content, at, Math.min(CommittedBytes.CHUNK, count - at));
        }
        return content;
    }
}
