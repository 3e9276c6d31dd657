package io.windlass.kernel.archive;

import java.nio.LongBuffer;

/** The rows that a file is made of. They never change, so a worker reads them where they are. */
public interface RowsToSeal {
    /** What they are; made by this call. */
    Holding holding();

    /** The hash of the key of a row, from 0; all 64 bits of it are used. */
    long hash(int row);

    /** Brings a row near the processor; the result means nothing. */
    long touch(int row);

    /** Adds the words of a row to a buffer. */
    void copy(int row, LongBuffer target);
}
