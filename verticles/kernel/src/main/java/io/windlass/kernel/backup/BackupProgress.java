package io.windlass.kernel.backup;

/** Hears how far a copy has come. */
@FunctionalInterface
public interface BackupProgress {
    /** Of so many frames of a partition so many have been copied. */
    void at(int partition, long frames, long of);
}
