package io.windlass.kernel.log;

import io.windlass.base.wire.Hashes;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.port.DiskReader;
import io.windlass.kernel.port.ReadableDisk;
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
    private static final int FILE_BYTES = 4_096;
    private static final int CHECKED = 8;

    private final DiskFile file;
    private final ByteBuffer slot = ByteBuffer.allocateDirect(16).order(ByteOrder.LITTLE_ENDIAN);
    private long writes;

    private CommitHint(DiskFile file) {
        this.file = file;
    }

    /** Opens the hint of a log directory, or makes it. */
    public static CommitHint open(Disk disk, String directory) throws IOException {
        String path = path(directory);
        return new CommitHint(
                disk.list(directory).contains(NAME)
                        ? disk.open(path)
                        : disk.create(path, FILE_BYTES));
    }

    /** The hint of a log that somebody else may be writing, 0 if there is none. */
    public static long look(ReadableDisk disk, String directory) throws IOException {
        if (!disk.list(directory).contains(NAME)) {
            return 0;
        }
        try (DiskReader file = disk.reader(path(directory))) {
            return Math.max(readSlot(file, 0), readSlot(file, 1));
        }
    }

    /** Where the hint of a log directory is. */
    public static String path(String directory) {
        return directory + "/" + NAME;
    }

    /** The whole file with a hint in it. */
    public static byte[] file(long commitIndex) {
        byte[] content = new byte[FILE_BYTES];
        encode(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), commitIndex);
        return content;
    }

    /** The newest commit index that survived, 0 if none did; its slot is overwritten last. */
    public long read() throws IOException {
        long first = readSlot(file, 0);
        long second = readSlot(file, 1);
        writes = first > second ? 1 : 0;
        return Math.max(first, second);
    }

    /** Overwrites the older slot. */
    public void write(long commitIndex) throws IOException {
        encode(slot.clear(), commitIndex);
        file.write((writes++ & 1) * SLOT_BYTES, slot.flip());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static void encode(ByteBuffer target, long commitIndex) {
        target.putLong(commitIndex).putInt(checksum(commitIndex));
    }

    private static long readSlot(DiskReader file, int number) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        file.read((long) number * SLOT_BYTES, read);
        long index = read.getLong(0);
        return read.getInt(CHECKED) == checksum(index) ? index : 0;
    }

    private static int checksum(long index) {
        return Hashes.crc32c(ByteBuffer.allocate(Long.BYTES).putLong(index).array(), 0, Long.BYTES);
    }
}
