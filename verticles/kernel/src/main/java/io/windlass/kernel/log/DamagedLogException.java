package io.windlass.kernel.log;

import java.io.IOException;

/** A committed part of a log cannot be read: the replica does not start, nothing is changed. */
public final class DamagedLogException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Names the file and the offset of the damage, and what to do. */
    public DamagedLogException(String file, long offset, String what) {
        super(
                "damaged log: "
                        + what
                        + " in file "
                        + file
                        + " at offset "
                        + offset
                        + ". Committed events are affected, so nothing was changed. Restore this"
                        + " file from a backup or from another replica, then start again.");
    }
}
