package io.windlass.kernel.snapshot;

import io.windlass.kernel.port.DiskDraft;
import io.windlass.kernel.table.CutPart;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/** Writes one part of a snapshot, a piece in a step. Used on the reader's loop only. */
final class PartWriter implements Closeable {
    private final CutPart part;
    private final DiskDraft file;
    private final Iterator<Supplier<byte[]>> left;
    private final CRC32C crc = new CRC32C();
    private int length;

    PartWriter(CutPart part, DiskDraft file) {
        this.part = part;
        this.file = file;
        this.left = part.pieces().iterator();
    }

    /** Takes the next step; false when the part is complete and durable. */
    boolean step() throws IOException {
        if (!left.hasNext()) {
            file.finish();
            return false;
        }
        byte[] piece = left.next().get();
        crc.update(piece);
        length += piece.length;
        file.append(ByteBuffer.wrap(piece));
        return true;
    }

    /** What the manifest says of it. */
    Manifest.Part written() {
        return new Manifest.Part(
                part.table(), part.words(), part.count(), length, (int) crc.getValue());
    }

    /** Gives up what is not complete. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
