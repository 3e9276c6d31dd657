package io.windlass.edge.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.MappedBytesStore;
import net.openhft.chronicle.bytes.MappedFile;
import net.openhft.chronicle.core.Jvm;
import net.openhft.chronicle.core.io.IORuntimeException;
import net.openhft.chronicle.core.io.ReferenceOwner;

/**
 * A read-only mapping of a whole file, for any number of threads.
 *
 * <p>It is a Chronicle store, which has no thread of its own (a {@code MappedBytes} on top would
 * belong to the first thread that used it). Every copy holds a reference while it runs, so closing
 * lets it finish; Chronicle unmaps after the last one, on a thread of its own.
 */
final class MappedView implements ReferenceOwner, Closeable {
    private final Path file;
    private final MappedBytesStore store;

    /**
     * Maps {@code bytes} of a file that may still be shorter: the mapping shows what it grows by.
     * Reading what the file does not have yet is the caller's to avoid.
     */
    MappedView(Path file, long bytes) throws IOException {
        this.file = file;
        try {
            // One chunk for all. Chronicle's "single" file would be the obvious choice, but it
            // keeps a reference of its own to the mapping for ever.
            MappedFile mapped = MappedFile.of(file.toFile(), bytes, 0, true);
            try {
                store = mapped.acquireByteStore(this, 0);
            } finally {
                mapped.releaseLast();
            }
        } catch (IORuntimeException e) {
            throw new IOException("cannot map " + file, e);
        }
    }

    /** Copies {@code count} bytes at {@code offset} into the target and moves its position. */
    void copy(long offset, ByteBuffer target, int count) throws IOException {
        if (!store.tryReserve(this)) {
            throw new ClosedChannelException();
        }
        try {
            if (target.isDirect()) {
                store.nativeRead(offset, Jvm.address(target) + target.position(), count);
            } else {
                int start = target.arrayOffset() + target.position();
                store.read(offset, target.array(), start, count);
            }
        } catch (InternalError pageFault) {
            // What the JVM makes of a page that the disk could not deliver.
            throw new IOException("cannot read the mapping of " + file, pageFault);
        } finally {
            store.release(this);
        }
        target.position(target.position() + count);
    }

    @Override
    public void close() {
        store.release(this);
    }
}
