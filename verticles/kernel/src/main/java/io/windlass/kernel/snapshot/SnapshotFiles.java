package io.windlass.kernel.snapshot;

import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.port.Disk;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of one partition's snapshots; used where waiting for the disk is allowed. */
final class SnapshotFiles {
    private static final String MANIFEST = ".state";
    private static final String PART = ".part";
    private static final int SEQUENCE_DIGITS = 20;
    private static final int PART_DIGITS = 6;

    private final Disk disk;
    private final String directory;

    SnapshotFiles(Disk disk, LogSettings log) {
        this.disk = disk;
        this.directory = log.directory() + "/snapshots";
    }

    /** The sequences of the snapshots that have a manifest, the newest first. */
    List<Long> sequences() throws IOException {
        return disk.list(directory).stream()
                .filter(name -> name.endsWith(MANIFEST))
                .map(SnapshotFiles::sequence)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** True if so many bytes fit beside what the log needs next. */
    boolean hasRoom(long bytes) throws IOException {
        return disk.hasRoom(bytes);
    }

    Manifest manifest(long sequence) throws IOException {
        return Manifest.decode(read(digits(sequence, SEQUENCE_DIGITS) + MANIFEST));
    }

    byte[] part(long sequence, int number) throws IOException {
        return read(partName(sequence, number));
    }

    void write(long sequence, int number, byte[] content) throws IOException {
        disk.replace(directory + "/" + partName(sequence, number), content);
    }

    void write(Manifest manifest) throws IOException {
        String name = digits(manifest.last().sequence(), SEQUENCE_DIGITS) + MANIFEST;
        disk.replace(directory + "/" + name, manifest.encode());
    }

    /** Removes all but these snapshots, each one's manifest before its parts. */
    void keepOnly(Set<Long> sequences) throws IOException {
        List<String> others =
                disk.list(directory).stream()
                        .filter(name -> name.endsWith(MANIFEST) || name.endsWith(PART))
                        .filter(name -> !sequences.contains(sequence(name)))
                        .sorted(Comparator.comparing(name -> name.endsWith(PART)))
                        .toList();
        for (String name : others) {
            disk.delete(directory + "/" + name);
        }
    }

    private byte[] read(String name) throws IOException {
        Optional<byte[]> content = disk.read(directory + "/" + name);
        return content.orElseThrow(() -> new IOException(name + " is missing"));
    }

    private static long sequence(String name) {
        return Long.parseLong(name.substring(0, SEQUENCE_DIGITS));
    }

    private static String partName(long sequence, int number) {
        return digits(sequence, SEQUENCE_DIGITS) + "-" + digits(number, PART_DIGITS) + PART;
    }

    private static String digits(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
