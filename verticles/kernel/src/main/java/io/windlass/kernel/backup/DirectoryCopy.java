package io.windlass.kernel.backup;

import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.port.CopyTarget;
import io.windlass.kernel.port.ReadableDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies all partitions of a data directory as of one moment; the package page says how.
 *
 * @param disk of the node
 * @param target where the copy goes
 * @param progress hears how far it has come
 */
public record DirectoryCopy(ReadableDisk disk, CopyTarget target, BackupProgress progress) {
    private static final int BLOCK_BYTES = 1 << 22;

    /**
     * What was copied.
     *
     * @param timeNanos the moment, nanoseconds since 1970; 0 if there was no event yet
     * @param partitions in order
     */
    public record Copied(long timeNanos, List<CopiedPartition> partitions) {}

    /** Copies the partitions with these logs. */
    public Copied copy(List<LogSettings> logs) throws IOException {
        List<PartitionCopy> copies = new ArrayList<>();
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
        for (LogSettings log : logs) {
            copies.add(new PartitionCopy(this, log, block));
        }
        try {
            return copyAll(copies);
        } finally {
            for (PartitionCopy copy : copies) {
                copy.close();
            }
        }
    }

    private static Copied copyAll(List<PartitionCopy> copies) throws IOException {
        for (PartitionCopy copy : copies) {
            copy.begin();
        }
        long moment = 0;
        for (PartitionCopy copy : copies) {
            copy.copyCommitted();
            moment = Math.max(moment, copy.timeNanos());
        }
        for (PartitionCopy copy : copies) {
            copy.copyUntil(moment);
        }
        List<CopiedPartition> copied = new ArrayList<>();
        for (PartitionCopy copy : copies) {
            copied.add(copy.finish());
        }
        return new Copied(moment, List.copyOf(copied));
    }
}
