package io.windlass.kernel.snapshot;

import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.port.ReadableDisk;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** The files of one partition's snapshots; used where waiting for the disk is allowed. */
class SnapshotFiles {
    static final String MANIFEST = ".state";
    static final String PART = ".part";
    private static final int SEQUENCE_DIGITS = 20;
    private static final int PART_DIGITS = 6;

    final String directory;
    private final ReadableDisk disk;

    SnapshotFiles(ReadableDisk disk, LogSettings log) {
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

    Manifest manifest(long sequence) throws IOException {
        return Manifest.decode(read(manifestPath(sequence)));
    }

    byte[] part(long sequence, int number) throws IOException {
        return read(partPath(sequence, number));
    }

    final String manifestPath(long sequence) {
        return directory + "/" + digits(sequence, SEQUENCE_DIGITS) + MANIFEST;
    }

    final String partPath(long sequence, int number) {
        String name = digits(sequence, SEQUENCE_DIGITS) + "-" + digits(number, PART_DIGITS);
        return directory + "/" + name + PART;
    }

    private byte[] read(String path) throws IOException {
        return disk.read(path).orElseThrow(() -> new IOException(path + " is missing"));
    }

    static long sequence(String name) {
        return Long.parseLong(name.substring(0, SEQUENCE_DIGITS));
    }

    private static String digits(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
