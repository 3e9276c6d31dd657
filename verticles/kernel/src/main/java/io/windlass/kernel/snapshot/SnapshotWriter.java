package io.windlass.kernel.snapshot;

import io.windlass.base.wire.Hashes;
import io.windlass.kernel.table.CutPart;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * Writes one snapshot in steps of one file, so that other work of the reader's loop goes on between
 * them. Removing the files of another takes as many steps.
 *
 * <pre>
 *   remove others -> part 0 -> ... -> part n -> manifest -> remove others
 * </pre>
 */
public final class SnapshotWriter {
    private final Snapshots snapshots;
    private final SnapshotStore files;
    private final Snapshots.Subject subject;
    private final long sequence;
    private List<CutPart> parts = List.of();
    private Iterator<CutPart> left = parts.iterator();
    private Iterator<String> unwanted = Collections.emptyIterator();
    private Manifest manifest;
    private boolean isBegun;
    private boolean isWritten;

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

    /** Writes or removes the next file; false when nothing is left to do. */
    public boolean step() throws IOException {
        if (!isBegun) {
            isBegun = true;
            return begin();
        }
        if (unwanted.hasNext()) {
            files.remove(unwanted.next());
            return unwanted.hasNext() || !isWritten;
        }
        if (manifest == null) {
            prepare();
            return true;
        }
        if (left.hasNext()) {
            write(left.next());
            return true;
        }
        files.write(manifest);
        snapshots.written(sequence);
        isWritten = true;
        unwanted = snapshots.unwanted().iterator();
        return unwanted.hasNext();
    }

    private boolean begin() throws IOException {
        if (snapshots.has(sequence)) {
            return false;
        }
        snapshots.begun(sequence);
        unwanted = snapshots.unwanted().iterator();
        return true;
    }

    private void write(CutPart part) throws IOException {
        byte[] content = part.content();
        files.write(sequence, manifest.parts().size(), content);
        int crc = Hashes.crc32c(content, 0, content.length);
        manifest.parts()
                .add(
                        new Manifest.Part(
                                part.table(), part.words(), part.count(), content.length, crc));
    }

    private void prepare() throws IOException {
        parts = subject.cut().parts();
        long bytes = parts.stream().mapToLong(SnapshotWriter::bytesOf).sum();
        if (!files.hasRoom(bytes)) {
            throw new IOException("no space for a snapshot of " + bytes + " bytes");
        }
        manifest = snapshots.manifest(subject);
        left = parts.iterator();
    }

    private static long bytesOf(CutPart part) {
        return part.words() == 0 ? part.count() : (long) part.count() * part.words() * Long.BYTES;
    }
}
