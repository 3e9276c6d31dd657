package io.windlass.kernel.raft;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files a replica has open, to be closed together when it stops, whatever the reason. */
final class OpenFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OpenFiles.class);

    private final ArrayDeque<Closeable> files = new ArrayDeque<>();

    <T extends Closeable> T add(T file) {
        files.push(file);
        return file;
    }

    /** What was synced is safe whatever a close says, so that is only reported. */
    void close() {
        while (!files.isEmpty()) {
            try {
                files.pop().close();
            } catch (IOException e) {
                LOG.warn("a file of a stopped replica could not be closed", e);
            }
        }
    }
}
