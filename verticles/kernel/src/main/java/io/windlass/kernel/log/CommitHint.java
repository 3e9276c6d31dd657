package io.windlass.kernel.log;

import io.windlass.base.wire.Hashes;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The newest commit index, overwritten after each sync and never synced itself.
 *
 * <p>Two slots are written in turn, each with a checksum, so that a torn write leaves the other
 * one.
 */
public final class CommitHint implements Closeable {
    private static final String NAME = "commit-hint";
    private static final int SLOT_BYTES = 512;
    private static final long FILE_BYTES = 4_096;
    private static final int CHECKED = 8;

    private final DiskFile file;
    private final ByteBuffer slot = ByteBuffer.allocateDirect(16).order(ByteOrder.LITTLE_ENDIAN);
    private long writes;

    private CommitHint(DiskFile file) {
        this.file = file;
    }

    /** Opens the hint of a log directory, or makes it. */
    public static CommitHint open(Disk disk, String directory) throws IOException {
        String path = directory + "/" + NAME;
        return new CommitHint(
                disk.list(directory).contains(NAME)
                        ? disk.open(path)
                        : disk.create(path, FILE_BYTES));
    }

    /** The newest commit index that survived, 0 if none did; its slot is overwritten last. */
    public long read() throws IOException {
        long first = readSlot(0);
        long second = readSlot(1);
        writes = first > second ? 1 : 0;
        return Math.max(first, second);
    }

    /** Overwrites the older slot. */
    public void write(long commitIndex) throws IOException {
        slot.clear().putLong(commitIndex).putInt(checksum(commitIndex)).flip();
        file.write((writes++ & 1) * SLOT_BYTES, slot);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private long readSlot(int number) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        file.read((long) number * SLOT_BYTES, read);
        long index = read.getLong(0);
        return read.getInt(CHECKED) == checksum(index) ? index : 0;
    }

    private static int checksum(long index) {
        return Hashes.crc32c(ByteBuffer.allocate(Long.BYTES).putLong(index).array(), 0, Long.BYTES);
    }
}
