package io.windlass.kernel.snapshot;

import io.windlass.kernel.table.CutPart;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Writes one snapshot in steps of a piece of a file, so that other work of the reader's loop goes
 * on between them. Removing another takes a step for each of its files.
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
    private Optional<PartWriter> open = Optional.empty();
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

    /** Takes the next step; false when nothing is left to do. */
    public boolean step() throws IOException {
        try {
            return stepOn();
        } catch (IOException | RuntimeException e) {
            if (open.isPresent()) {
                open.get().close();
            }
            throw e;
        }
    }

    private boolean stepOn() throws IOException {
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
        if (open.isPresent()) {
            writeOn(open.get());
            return true;
        }
        if (left.hasNext()) {
            open = Optional.of(files.writer(sequence, manifest.parts().size(), left.next()));
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

    private void writeOn(PartWriter part) throws IOException {
        if (!part.step()) {
            manifest.parts().add(part.written());
            open = Optional.empty();
        }
    }

    private void prepare() throws IOException {
        parts = subject.cut().parts();
        long bytes = parts.stream().mapToLong(CutPart::bytes).sum();
        if (!files.hasRoom(bytes)) {
            throw new IOException("no space for a snapshot of " + bytes + " bytes");
        }
        manifest = snapshots.manifest(subject);
        left = parts.iterator();
    }
}
