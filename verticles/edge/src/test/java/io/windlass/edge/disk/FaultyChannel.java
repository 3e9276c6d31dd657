package io.windlass.edge.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A channel whose positioned writes and syncs fail on demand, once. */
final class FaultyChannel extends FileChannel {
    private final FileChannel channel;
    private boolean failWrite;
    private boolean failSync;
    private int calls;

    FaultyChannel(FileChannel channel) {
        this.channel = channel;
    }

    void failNextWrite() {
        failWrite = true;
    }

    void failNextSync() {
        failSync = true;
    }

    /** How many writes and syncs reached the channel. */
    int calls() {
        return calls;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        calls++;
        if (failWrite) {
            failWrite = false;
            throw new IOException("No space left on device");
        }
        return channel.write(source, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        calls++;
        if (failSync) {
            failSync = false;
            throw new IOException("Input/output error");
        }
        channel.force(metaData);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return channel.read(target, position);
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        channel.close();
    }

    @Override
    public int read(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long newPosition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
