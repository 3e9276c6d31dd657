package io.windlass.kernel.snapshot;

import io.windlass.kernel.archive.ArchiveCopy;
import io.windlass.kernel.archive.Holding;
import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.port.CopyTarget;
import io.windlass.kernel.port.ReadableDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Copies the newest valid snapshot of a partition that may be making and removing some. */
public final class SnapshotCopy {
    /** A node removes a snapshot when two newer ones are there; so often it is not outrun. */
    private static final int ATTEMPTS = 5;

    private final SnapshotFiles files;
    private final int partition;
    private final CopyTarget target;
    private final ArchiveCopy archive;

    /** Copies from beside a log. */
    public SnapshotCopy(ReadableDisk disk, LogSettings log, CopyTarget target) {
        this.files = new SnapshotFiles(disk, log);
        this.partition = log.partition();
        this.target = target;
        this.archive = new ArchiveCopy(disk, log.directory(), target);
    }

    /**
     * Copies it, its manifest last. One that vanishes or is damaged leaves nothing in the target.
     *
     * @return what was copied, or empty if there was none; then the whole log is the state
     */
    public Optional<Loaded> copy() throws IOException {
        List<Long> tried = List.of();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<Long> sequences = files.sequences();
            if (sequences.equals(tried)) {
                return Optional.empty();
            }
            for (long sequence : sequences) {
                Optional<Manifest> copied = manifest(sequence);
                if (copied.isPresent() && copy(copied.get())) {
                    return copied.map(Loaded::of);
                }
            }
            tried = sequences;
        }
        return Optional.empty();
    }

    /** The parts first: a node that works removes them soon, but never a file of old rows. */
    private boolean copy(Manifest manifest) throws IOException {
        long sequence = manifest.last().sequence();
        for (int number = 0; number < manifest.parts().size(); number++) {
            Optional<byte[]> content = part(manifest, number);
            if (content.isEmpty()) {
                discard(sequence, number);
                return false;
            }
            target.append(files.partPath(sequence, number), ByteBuffer.wrap(content.get()));
        }
        if (!isSound(manifest.holdings())) {
            discard(sequence, manifest.parts().size());
            return false;
        }
        archive.copy(manifest.holdings());
        target.append(files.manifestPath(sequence), ByteBuffer.wrap(manifest.encode()));
        return true;
    }

    private void discard(long sequence, int parts) throws IOException {
        for (int copied = 0; copied < parts; copied++) {
            target.discard(files.partPath(sequence, copied));
        }
    }

    private boolean isSound(List<Holding> holdings) {
        try {
            archive.check(holdings);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Empty if it has vanished or is damaged: an older one, or a newer one by now, will do. */
    private Optional<Manifest> manifest(long sequence) {
        try {
            Manifest manifest = files.manifest(sequence);
            manifest.mustBe(partition, sequence);
            return Optional.of(manifest);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> part(Manifest manifest, int number) {
        try {
            byte[] content = files.part(manifest.last().sequence(), number);
            manifest.parts().get(number).mustBe(content, number);
            return Optional.of(content);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
