package io.windlass.edge.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import net.openhft.chronicle.core.Jvm;

/** Opening and writing of file channels, the way this package wants it. */
final class FileChannels {
    private FileChannels() {}

    /**
     * Opens a channel that an interrupt of one of its users does not close: a reader that is told
     * to stop would otherwise take the file away from its writer.
     */
    static FileChannel open(Path file, OpenOption... options) throws IOException {
        FileChannel channel = FileChannel.open(file, options);
        Jvm.doNotCloseOnInterrupt(FileChannels.class, channel);
        return channel;
    }

    /** Writes all that remains of {@code source}; a channel may take less at a time. */
    static void writeFully(FileChannel channel, ByteBuffer source, long offset) throws IOException {
        long at = offset;
        while (source.hasRemaining()) {
            at += channel.write(source, at);
        }
    }
}
