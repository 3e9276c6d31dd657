package io.windlass.edge.disk;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskDraft;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.port.DiskReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A data directory of the file system, held by one process at a time.
 *
 * <p>Any thread may call. The package page draws what lies in the directory.
 */
public final class FileDisk implements Disk, Closeable {
    /** How fast files are filled ahead unless told otherwise, in bytes a second. */
    public static final long FILL_BYTES_PER_SECOND = 64L << 20;

    /** What is filled before {@link #create} returns. */
    static final long FIRST_PART_BYTES = 16L << 20;

    /** What has to be free for a large file to be begun; its filling is watched from then on. */
    private static final long ROOM_BYTES = 64L << 20;

    private final Path root;
    private final FileView files;
    private final DirectoryLock lock;
    private final ZeroFiller filler;
    private final SpareFiles spares;
    private final PageChannels channels;
    private final UsedFiles used;
    private final Map<Path, Optional<SegmentFile>> openFiles = new ConcurrentHashMap<>();

    private FileDisk(Path root, DirectoryLock lock, ZeroFiller filler, PageChannels channels)
            throws IOException {
        this.root = root;
        this.files = new FileView(root);
        this.lock = lock;
        this.filler = filler;
        this.channels = channels;
        this.spares = new SpareFiles(root, filler, channels);
        this.used = new UsedFiles(root);
    }

    /** Opens a data directory, made if missing; fails if another process has it open. */
    public static FileDisk open(Path root) throws IOException {
        return open(root, FILL_BYTES_PER_SECOND);
    }

    /** Like {@link #open(Path)}, with the rate of filling ahead in bytes a second (at least 1). */
    public static FileDisk open(Path root, long fillBytesPerSecond) throws IOException {
        Directories.make(root);
        DirectoryLock lock = DirectoryLock.take(root);
        ZeroFiller filler = new ZeroFiller(fillBytesPerSecond);
        try {
            return new FileDisk(root, lock, filler, PageChannels.in(root));
        } catch (IOException e) {
            filler.close();
            lock.close();
            throw e;
        }
    }

    @Override
    public List<String> list(String directory) throws IOException {
        return files.list(directory);
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Path file = FileNames.file(root, path);
        if (Files.exists(file)) {
            // A process that was killed may have left the name to the page cache alone.
            Directories.sync(file.getParent());
        }
        return files.read(path);
    }

    @Override
    public void replace(String path, byte[] content) throws IOException {
        Path file = FileNames.file(root, path);
        try (DiskDraft draft = FileDraft.begin(file, channels, used, content.length)) {
            draft.append(ByteBuffer.wrap(content));
            draft.finish();
        }
    }

    @Override
    public DiskDraft draft(String path, long bytes) throws IOException {
        return FileDraft.begin(FileNames.file(root, path), channels, used, bytes);
    }

    @Override
    public DiskFile create(String path, long bytes) throws IOException {
        Invariant.hold(bytes > 0, "a file of no bytes");
        Path file = FileNames.file(root, path);
        return claimed(file, () -> created(file, bytes));
    }

    @Override
    public DiskFile open(String path) throws IOException {
        Path file = FileNames.file(root, path);
        return claimed(file, () -> opened(file));
    }

    @Override
    public DiskReader reader(String path) throws IOException {
        return files.reader(path);
    }

    @Override
    public void delete(String path) throws IOException {
        Path file = FileNames.file(root, path);
        Invariant.hold(
                !openFiles.containsKey(file), "a file that is open was to be removed: " + path);
        // To look for the filling form of each of a snapshot's hundreds of parts takes a second.
        boolean isFull = Files.exists(file);
        if (isFull && used.keep(file)) {
            return;
        }
        Path found = isFull ? file : FileNames.findFilling(file).orElse(file);
        if (Files.deleteIfExists(found)) {
            Directories.sync(file.getParent());
        }
    }

    @Override
    public boolean hasRoom(long bytes) throws IOException {
        if (spares.has(bytes) || Space.has(root, Math.min(bytes, ROOM_BYTES), Space.AHEAD)) {
            return true;
        }
        used.clear();
        return Space.has(root, Math.min(bytes, ROOM_BYTES), Space.AHEAD);
    }

    /** Closes what is open, stops filling and lets the next process in. */
    @Override
    public void close() throws IOException {
        filler.close();
        for (Optional<SegmentFile> file : openFiles.values()) {
            if (file.isPresent()) {
                file.get().close();
            }
        }
        spares.close();
        lock.close();
    }

    /** Waits until all files and spares are full. */
    void awaitFilled() throws InterruptedException {
        filler.awaitIdle();
    }

    private SegmentFile claimed(Path file, Opening opening) throws IOException {
        if (openFiles.putIfAbsent(file, Optional.empty()) != null) {
            throw new IOException("the file " + file + " is open already");
        }
        boolean done = false;
        try {
            SegmentFile opened = opening.run();
            openFiles.put(file, Optional.of(opened));
            done = true;
            return opened;
        } finally {
            if (!done) {
                openFiles.remove(file);
            }
        }
    }

    private SegmentFile created(Path file, long bytes) throws IOException {
        Directories.make(file.getParent());
        if (Files.exists(file) || FileNames.findFilling(file).isPresent()) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Optional<Path> spare = spares.take(bytes);
        SegmentFile made = spare.isPresent() ? renamed(spare.get(), file) : filled(file, bytes);
        made.holdsZeros();
        if (bytes >= ZeroFill.STEP_BYTES) {
            spares.prepare(bytes);
        }
        return made;
    }

    private SegmentFile renamed(Path spare, Path file) throws IOException {
        Files.move(spare, file, StandardCopyOption.ATOMIC_MOVE);
        Directories.sync(file.getParent());
        Directories.sync(spare.getParent());
        return opened(file);
    }

    private SegmentFile filled(Path file, long bytes) throws IOException {
        Path filling = FileNames.filling(file, bytes);
        PageChannel channel =
                channels.of(bytes)
                        .open(
                                filling,
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE);
        SegmentFile made = segment(channel, new ZeroFill.Extent(0, bytes), filling, file);
        try {
            made.fill().upTo(Math.min(FIRST_PART_BYTES, bytes));
            Directories.sync(file.getParent());
        } catch (IOException e) {
            made.close();
            Files.deleteIfExists(filling);
            Files.deleteIfExists(file);
            throw e;
        }
        fillBehind(made);
        return made;
    }

    private SegmentFile opened(Path file) throws IOException {
        Optional<Path> filling = FileNames.findFilling(file);
        Path path = filling.orElse(file);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(file.toString());
        }
        PageChannel channel =
                channels.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            SegmentFile opened = recovered(file, path, channel);
            fillBehind(opened);
            return opened;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private SegmentFile recovered(Path file, Path path, PageChannel channel) throws IOException {
        // A process that was killed may have left data, length and name to the page cache alone.
        channel.force(true);
        long length = channel.size();
        ZeroFill.Extent extent =
                ZeroFill.Extent.after(length, FileNames.wantedBytes(path).orElse(length));
        Path found = path;
        if (extent.full() && !path.equals(file)) {
            Files.move(path, file, StandardCopyOption.ATOMIC_MOVE);
            found = file;
        }
        Directories.sync(file.getParent());
        return segment(channel, extent, found, file);
    }

    private SegmentFile segment(
            PageChannel channel, ZeroFill.Extent extent, Path path, Path fullPath) {
        return new SegmentFile(channel, extent, path, fullPath, () -> openFiles.remove(fullPath));
    }

    private void fillBehind(SegmentFile file) {
        if (file.fill().filled() < file.bytes()) {
            filler.addFirst(file.fill());
        }
    }

    /** What makes a file open. */
    @FunctionalInterface
    private interface Opening {
        SegmentFile run() throws IOException;
    }
}
