package io.windlass.server.simulation;

import io.windlass.kernel.simulation.SimulatedDisk;
import java.util.List;

/**
 * What time does to files: bits turn over, files get lost. An operator puts a file back from a
 * backup when the node has named it.
 */
final class Decay {
    private static final int BITS = 8;

    private final Chance chance;
    private final SimulatedDisk disk;
    private final List<Ledger> ledgers;
    private final Trace trace;

    Decay(Chance chance, SimulatedDisk disk, List<Ledger> ledgers, Trace trace) {
        this.chance = chance;
        this.disk = disk;
        this.ledgers = ledgers;
        this.trace = trace;
    }

    /** Turns over a bit of some file; empty text if there is none. */
    String flip() {
        if (disk.paths().isEmpty()) {
            return "";
        }
        String path = pick();
        byte[] bytes = disk.content(path).bytes();
        int used = chance.percent(80) ? used(bytes) : bytes.length;
        if (used == 0) {
            return "";
        }
        int offset = chance.between(0, used - 1);
        disk.flip(path, offset, 1 << chance.between(0, BITS - 1));
        return path + " at " + offset;
    }

    /** Loses some file of a node that is down; empty text if there is none. */
    String lose() {
        if (disk.paths().isEmpty()) {
            return "";
        }
        String path = pick();
        disk.lose(path);
        return path;
    }

    /** Takes back what a node alone cannot tell from a torn tail; after each end of a process. */
    void takeBackTheInvisible() {
        for (Ledger ledger : ledgers) {
            String directory = "partitions/" + ledger.partition() + "/";
            for (String path : List.copyOf(disk.damaged())) {
                boolean isLog = path.startsWith(directory) && path.endsWith(".log");
                if (isLog && !Evidence.tells(disk, ledger)) {
                    trace.add("taken back: " + path);
                    disk.repair(path);
                }
            }
        }
    }

    /** There are many small files; the log is what counts. */
    private String pick() {
        List<String> logs = disk.paths().stream().filter(path -> path.endsWith(".log")).toList();
        return chance.pick(chance.percent(50) && !logs.isEmpty() ? logs : disk.paths());
    }

    private static int used(byte[] bytes) {
        int used = bytes.length;
        while (used > 0 && bytes[used - 1] == 0) {
            used--;
        }
        return used;
    }
}
