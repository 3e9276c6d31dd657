package io.windlass.server.simulation;

import io.windlass.kernel.simulation.SimulatedDisk;
import io.windlass.kernel.snapshot.ForgedManifest;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * The snapshots of one partition: whatever happens while one is made, two complete ones stay once
 * there were two, and a restart takes the newest that is sound.
 */
final class Shelf {
    private static final int KEPT = 2;
    private static final int SEQUENCE_DIGITS = 20;

    private final SimulatedDisk disk;
    private final String directory;
    private final String archive;
    private final Excuses excuses;
    private final Set<Long> unusable = new TreeSet<>();
    private TreeSet<Long> complete = new TreeSet<>();

    Shelf(SimulatedDisk disk, int partition, Excuses excuses) {
        this.disk = disk;
        this.directory = "partitions/" + partition + "/snapshots/";
        this.archive = "partitions/" + partition + "/archive/";
        this.excuses = excuses;
    }

    /** A process begins: looks at what the last one has left. */
    void begin() {
        TreeSet<Long> found = new TreeSet<>();
        for (String path : disk.paths()) {
            if (path.startsWith(directory) && path.endsWith(".state")) {
                found.add(sequence(path));
            }
        }
        found.removeAll(unusable);
        TreeSet<Long> known = new TreeSet<>(found);
        known.addAll(damaged());
        Violation.unless(
                known.size() >= Math.min(KEPT, complete.size()),
                "snapshots: of " + complete + " there is only " + found);
        complete = found;
    }

    void made(long sequence) {
        complete.add(sequence);
        unusable.remove(sequence);
    }

    /** A snapshot could not be used, or not be written. */
    void failed(long sequence, Exception why) {
        if (damaged().contains(sequence)) {
            complete.remove(sequence);
            unusable.add(sequence);
            return;
        }
        Violation.unless(
                !complete.contains(sequence),
                "snapshots: the sound one at " + sequence + " is passed over: " + why);
        excuses.notWritten(why);
    }

    /** A process starts behind a sequence, 0 if it found no snapshot. */
    void started(long sequence) {
        TreeSet<Long> sound = new TreeSet<>(complete);
        sound.removeAll(damaged());
        Violation.unless(
                sound.isEmpty() || sound.last() <= sequence,
                "snapshots: started from " + sequence + " and not from " + sound);
    }

    private Set<Long> damaged() {
        Set<Long> damaged = new TreeSet<>();
        for (String path : disk.damaged()) {
            if (path.startsWith(directory)) {
                damaged.add(sequence(path));
            }
        }
        for (String path : disk.paths()) {
            if (path.startsWith(directory) && path.endsWith(".state") && standsOnDamage(path)) {
                damaged.add(sequence(path));
            }
        }
        return damaged;
    }

    private boolean standsOnDamage(String manifest) {
        try {
            return ForgedManifest.sealedFiles(disk.content(manifest).before()).stream()
                    .anyMatch(name -> disk.damaged().contains(archive + name));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private long sequence(String path) {
        int from = directory.length();
        return Long.parseLong(path.substring(from, from + SEQUENCE_DIGITS));
    }
}
