package io.windlass.kernel.partition;

import io.windlass.kernel.table.Tables;
import java.util.Optional;

/** Whether there is space for what commands would leave behind: on disk, and in memory. */
final class Room {
    static final String DISK_FULL = "the disk is full; nothing was executed";

    private final Limits.State limits;
    private boolean onDisk = true;
    private long tableBytes;

    Room(Limits.State limits) {
        this.limits = limits;
    }

    /** Takes note of the memory that committed rows hold; once for each frame is often enough. */
    void measure(Tables tables, PartitionObserver observer) {
        tableBytes = tables.memoryBytes();
        observer.memory(tableBytes);
    }

    /** Takes note whether the disk has space for further frames. */
    void onDisk(boolean enough) {
        onDisk = enough;
    }

    /** Why a command cannot be taken in, empty if it can; see {@code Command.isOpening}. */
    Optional<String> refusal(boolean isOpening) {
        if (!onDisk) {
            return Optional.of(DISK_FULL);
        }
        if (tableBytes >= limits.tableBytes()) {
            return Optional.of("the memory for this partition is full; nothing was executed");
        }
        return isOpening && tableBytes >= limits.openingBytes()
                ? Optional.of("the memory for this partition has no room for anything new")
                : Optional.empty();
    }
}
