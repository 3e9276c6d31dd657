package io.windlass.kernel.simulation;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file of a {@link SimulatedDisk}, dead when the life it was opened in is over. */
final class SimulatedFile implements DiskFile {
    private final SimulatedDisk disk;
    private final String path;
    private final Sectors content;
    private final int life;
    private final Runnable whenClosed;
    private boolean closed;

    SimulatedFile(SimulatedDisk disk, String path, Sectors content, int life, Runnable whenClosed) {
        this.disk = disk;
        this.path = path;
        this.content = content;
        this.life = life;
        this.whenClosed = whenClosed;
    }

    @Override
    public long bytes() {
        return content.bytes();
    }

    @Override
    public void write(long offset, ByteBuffer source) throws IOException {
        check();
        int count = source.remaining();
        Invariant.hold(offset >= 0 && offset + count <= bytes(), "a write outside of its file");
        disk.step("write " + count + " bytes at " + offset + " of " + path);
        if (!disk.fills(content, offset + count)) {
            throw SimulatedDisk.noSpace(path);
        }
        if (disk.failsNow(SimulatedDisk.Operation.WRITE)) {
            long sectors = count / Sectors.BYTES + 1L;
            long done = Long.remainderUnsigned(disk.entropy().next(), sectors) * Sectors.BYTES;
            source.limit(source.position() + (int) done);
            content.write(offset, source);
            throw SimulatedDisk.failure("write " + path);
        }
        content.write(offset, source);
    }

    @Override
    public boolean prepare(long end) throws IOException {
        check();
        Invariant.hold(end >= 0 && end <= bytes(), "a file was to be filled behind its end");
        return disk.fills(content, end);
    }

    @Override
    public void sync() throws IOException {
        check();
        disk.step("sync " + path);
        if (disk.failsNow(SimulatedDisk.Operation.SYNC)) {
            content.settle(disk.entropy());
            throw SimulatedDisk.failure("sync " + path);
        }
        content.sync();
    }

    @Override
    public int read(long offset, ByteBuffer target) throws IOException {
        check();
        Invariant.hold(offset >= 0 && offset <= bytes(), "a read outside of its file");
        int count = (int) Math.min(target.remaining(), bytes() - offset);
        content.read(offset, target, count);
        return count;
    }

    @Override
    public int readMapped(long offset, ByteBuffer target) throws IOException {
        return read(offset, target);
    }

    /** A dead process may close what it had: nothing happens. */
    @Override
    public void close() {
        if (!closed && disk.isAlive(life)) {
            whenClosed.run();
        }
        closed = true;
    }

    private void check() throws IOException {
        disk.check(life);
        if (closed) {
            throw new IOException("the file " + path + " is closed");
        }
    }
}
