package io.windlass.kernel.snapshot;

import io.windlass.base.wire.Hashes;
import io.windlass.kernel.table.CutPart;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/**
 * Writes one snapshot in steps of one file, so that other work of the reader's loop goes on between
 * them.
 *
 * <pre>
 *   clean -> part 0 -> ... -> part n -> manifest -> clean
 * </pre>
 */
public final class SnapshotWriter {
    private final Snapshots snapshots;
    private final SnapshotStore files;
    private final Snapshots.Subject subject;
    private final long sequence;
    private List<CutPart> parts = List.of();
    private Iterator<CutPart> left = parts.iterator();
    private Manifest manifest;

    SnapshotWriter(Snapshots snapshots, SnapshotStore files, Snapshots.Subject subject) {
        this.snapshots = snapshots;
        this.files = files;
        this.subject = subject;
        this.sequence = subject.moment().sequence();
    }

    /** The sequence it is made at. */
    public long sequence() {
        return sequence;
    }

    /** Bytes of parts written so far. */
    public long bytes() {
        return manifest == null ? 0 : manifest.bytes();
    }

    /** Writes the next file; false when the snapshot is complete. */
    public boolean step() throws IOException {
        if (manifest == null) {
            return begin();
        }
        if (left.hasNext()) {
            CutPart part = left.next();
            byte[] content = part.content();
            int number = manifest.parts().size();
            files.write(sequence, number, content);
            int crc = Hashes.crc32c(content, 0, content.length);
            manifest.parts()
                    .add(
                            new Manifest.Part(
                                    part.table(), part.words(), part.count(), content.length, crc));
            return true;
        }
        files.write(manifest);
        snapshots.written(sequence);
        snapshots.clean();
        return false;
    }

    private boolean begin() throws IOException {
        if (snapshots.has(sequence)) {
            return false;
        }
        snapshots.begun(sequence);
        snapshots.clean();
        parts = subject.cut().parts();
        long bytes = parts.stream().mapToLong(SnapshotWriter::bytesOf).sum();
        if (!files.hasRoom(bytes)) {
            throw new IOException("no space for a snapshot of " + bytes + " bytes");
        }
        manifest = snapshots.manifest(subject);
        left = parts.iterator();
        return true;
    }

    private static long bytesOf(CutPart part) {
        return part.words() == 0 ? part.count() : (long) part.count() * part.words() * Long.BYTES;
    }
}
