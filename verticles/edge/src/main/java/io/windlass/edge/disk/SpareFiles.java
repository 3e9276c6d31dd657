package io.windlass.edge.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of zeros made ahead, so that a new segment costs a rename. */
final class SpareFiles implements Closeable {
    /** How many of one size wait. */
    static final int READY = 2;

    private static final Logger LOG = LoggerFactory.getLogger(SpareFiles.class);

    private final Path directory;
    private final ZeroFiller filler;
    private final PageChannels channels;
    private final Map<Long, List<Path>> ready = new HashMap<>();
    private final Map<Path, Coming> coming = new HashMap<>();
    private long nextNumber = 1;

    /** The spares of a data directory: those found there, whole or not, are used. */
    SpareFiles(Path root, ZeroFiller filler, PageChannels channels) throws IOException {
        this.directory = FileNames.spares(root);
        this.filler = filler;
        this.channels = channels;
        Directories.make(directory);
        for (Path spare : FileNames.filesIn(directory)) {
            Optional<Long> bytes = FileNames.wantedBytes(spare);
            if (bytes.isPresent()) {
                nextNumber = Math.max(nextNumber, number(spare) + 1);
                fill(spare, bytes.get());
            }
        }
    }

    /** Takes a full spare of this size out of the pool, to be renamed by the caller. */
    synchronized Optional<Path> take(long bytes) {
        List<Path> spares = readyOf(bytes);
        return spares.isEmpty() ? Optional.empty() : Optional.of(spares.remove(0));
    }

    /** True if a full spare of this size waits. */
    synchronized boolean has(long bytes) {
        return !readyOf(bytes).isEmpty();
    }

    /**
     * Sees to it that spares of this size come to be. A failure is told to the log only: whoever
     * needs the space will meet it.
     */
    synchronized void prepare(long bytes) {
        try {
            for (int have = readyOf(bytes).size() + comingOf(bytes); have < READY; have++) {
                fill(
                        FileNames.filling(directory.resolve(Long.toString(nextNumber++)), bytes),
                        bytes);
            }
        } catch (IOException e) {
            LOG.warn("no spare file of {} bytes", bytes, e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Coming file : coming.values()) {
            file.channel().close();
        }
        coming.clear();
    }

    private void fill(Path spare, long bytes) throws IOException {
        PageChannel channel =
                channels.open(spare, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        coming.put(spare, new Coming(channel, bytes));
        channel.force(true);
        ZeroFill.Extent extent = ZeroFill.Extent.after(channel.size(), bytes);
        if (extent.full()) {
            finished(spare);
        } else {
            filler.addLast(new ZeroFill(channel, new FailureLatch(), extent, endOf(spare)));
        }
    }

    private ZeroFill.End endOf(Path spare) {
        return new ZeroFill.End() {
            @Override
            public void beforeStep(int count) throws IOException {
                Space.require(directory, count, Space.AHEAD);
            }

            @Override
            public void full() throws IOException {
                finished(spare);
            }

            @Override
            public void failed() throws IOException {
                discard(spare);
            }
        };
    }

    private synchronized void finished(Path spare) throws IOException {
        Coming done = coming.remove(spare);
        done.channel().close();
        readyOf(done.bytes()).add(spare);
    }

    /** Gives back what a spare that came half way holds of a full disk. */
    private synchronized void discard(Path spare) throws IOException {
        coming.remove(spare).channel().close();
        Files.delete(spare);
    }

    private List<Path> readyOf(long bytes) {
        return ready.computeIfAbsent(bytes, size -> new ArrayList<>());
    }

    private int comingOf(long bytes) {
        return (int) coming.values().stream().filter(file -> file.bytes() == bytes).count();
    }

    private static long number(Path spare) {
        String name = spare.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('~')));
    }

    /** A spare that is being filled. */
    private record Coming(PageChannel channel, long bytes) {}
}
