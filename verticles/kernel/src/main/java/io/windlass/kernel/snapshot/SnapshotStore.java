package io.windlass.kernel.snapshot;

import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.table.CutPart;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The files of one partition's snapshots, for the one who makes and removes them. */
final class SnapshotStore extends SnapshotFiles {
    private final Disk disk;

    SnapshotStore(Disk disk, LogSettings log) {
        super(disk, log);
        this.disk = disk;
    }

    /** True if so many bytes fit beside what the log needs next. */
    boolean hasRoom(long bytes) throws IOException {
        return disk.hasRoom(bytes);
    }

    PartWriter writer(long sequence, int number, CutPart part) throws IOException {
        return new PartWriter(part, disk.draft(partPath(sequence, number), part.bytes()));
    }

    void write(Manifest manifest) throws IOException {
        disk.replace(manifestPath(manifest.last().sequence()), manifest.encode());
    }

    /**
     * The files of all but these snapshots, manifests before parts, in the order to remove them.
     */
    List<String> others(Set<Long> sequences) throws IOException {
        return disk.list(directory).stream()
                .filter(name -> name.endsWith(MANIFEST) || name.endsWith(PART))
                .filter(name -> !sequences.contains(sequence(name)))
                .sorted(Comparator.comparing(name -> name.endsWith(PART)))
                .toList();
    }

    void remove(String name) throws IOException {
        disk.delete(directory + "/" + name);
    }
}
