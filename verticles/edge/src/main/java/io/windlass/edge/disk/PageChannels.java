package io.windlass.edge.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the files of one directory are opened.
 *
 * @param direct whether its file system lets pages be written past the page cache
 */
record PageChannels(boolean direct) {
    private static final Logger LOG = LoggerFactory.getLogger(PageChannels.class);

    /** Tries what the file system of a directory can do with a file of its own. */
    static PageChannels in(Path directory) throws IOException {
        Path file = FileNames.probe(directory);
        Files.write(file, new byte[0]);
        try {
            return new PageChannels(takesPages(file));
        } finally {
            Files.delete(file);
        }
    }

    /**
     * For a file of so many bytes: one of less than a step is no log but a word that is overwritten
     * often and seldom synced, which the page cache does better.
     */
    PageChannels of(long bytes) {
        return new PageChannels(direct && bytes >= ZeroFill.STEP_BYTES);
    }

    PageChannel open(Path file, OpenOption... options) throws IOException {
        return PageChannel.open(file, direct, options);
    }

    private static boolean takesPages(Path file) {
        try (FileChannel channel = PageChannel.openDirect(file)) {
            return channel.write(WholePages.alignedBuffer(WholePages.BYTES), 0) == WholePages.BYTES;
        } catch (IOException | UnsupportedOperationException e) {
            // A file system in memory has no other way than its pages; a full disk will be met.
            LOG.info("files below {} are written through the page cache: {}", file.getParent(), e);
            return false;
        }
    }
}
