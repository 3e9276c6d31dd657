package io.windlass.server.simulation;

import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskDraft;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.port.DiskReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A disk that does what another one does, for planted bugs to differ from in one point. */
class WrappedDisk implements Disk {
    private final Disk disk;

    WrappedDisk(Disk disk) {
        this.disk = disk;
    }

    /** What stands in for a file that was opened or made. */
    DiskFile wrap(String path, DiskFile file) throws IOException {
        return file;
    }

    @Override
    public List<String> list(String directory) throws IOException {
        return disk.list(directory);
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        return disk.read(path);
    }

    @Override
    public void replace(String path, byte[] content) throws IOException {
        disk.replace(path, content);
    }

    @Override
    public DiskDraft draft(String path, long bytes) throws IOException {
        return disk.draft(path, bytes);
    }

    @Override
    public DiskFile create(String path, long bytes) throws IOException {
        return wrap(path, disk.create(path, bytes));
    }

    @Override
    public DiskFile open(String path) throws IOException {
        return wrap(path, disk.open(path));
    }

    @Override
    public void delete(String path) throws IOException {
        disk.delete(path);
    }

    @Override
    public boolean hasRoom(long bytes) throws IOException {
        return disk.hasRoom(bytes);
    }

    @Override
    public DiskReader reader(String path) throws IOException {
        return disk.reader(path);
    }

    /** A file that does what another one does. */
    static class WrappedFile implements DiskFile {
        private final DiskFile file;

        WrappedFile(DiskFile file) {
            this.file = file;
        }

        @Override
        public long bytes() {
            return file.bytes();
        }

        @Override
        public void write(long offset, ByteBuffer source) throws IOException {
            file.write(offset, source);
        }

        @Override
        public boolean prepare(long end) throws IOException {
            return file.prepare(end);
        }

        @Override
        public void sync() throws IOException {
            file.sync();
        }

        @Override
        public int read(long offset, ByteBuffer target) throws IOException {
            return file.read(offset, target);
        }

        @Override
        public int readMapped(long offset, ByteBuffer target) throws IOException {
            return file.readMapped(offset, target);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
