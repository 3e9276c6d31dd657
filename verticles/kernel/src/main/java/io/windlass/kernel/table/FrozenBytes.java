package io.windlass.kernel.table;

import java.util.List;

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

    /** Adds the pieces the byte store is saved in. */
    void addTo(List<CutPart> parts) {
        for (long from = 0; from < end; from += CutPart.BYTES) {
            long first = from;
            int count = (int) Math.min(CutPart.BYTES, end - from);
            parts.add(new CutPart(CutPart.BYTE_STORE, 0, count, () -> content(first, count)));
        }
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
