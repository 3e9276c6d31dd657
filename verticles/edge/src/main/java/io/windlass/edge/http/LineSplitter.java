package io.windlass.edge.http;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines; of a line that is too long it keeps nothing.
 *
 * <p>A line ends with a line feed, a carriage return before it belongs to the end; empty lines are
 * passed over. Used on one event loop.
 */
final class LineSplitter {
    private final Receiver receiver;
    private final byte[] line;
    private int length;
    private boolean isLong;

    /** What gets the lines. */
    interface Receiver {
        /** A line without its end. */
        void line(byte[] bytes);

        /** A line is longer than it may be. */
        void longLine();
    }

    /** A splitter of lines of at most so many bytes. */
    LineSplitter(int lineBytesMax, Receiver receiver) {
        this.receiver = receiver;
        // One more: a carriage return is not counted.
        this.line = new byte[lineBytesMax + 1];
    }

    /** Takes the next bytes of the stream. */
    void feed(Buffer chunk) {
        byte[] bytes = chunk.getBytes();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                keep(bytes, from, i);
                end();
                from = i + 1;
            }
        }
        keep(bytes, from, bytes.length);
    }

    /** The stream has ended; its last line may have no end. */
    void end() {
        boolean hasReturn = length > 0 && line[length - 1] == '\r';
        int bytes = hasReturn ? length - 1 : length;
        if (isLong || bytes == line.length) {
            receiver.longLine();
        } else if (bytes > 0) {
            receiver.line(Arrays.copyOf(line, bytes));
        }
        length = 0;
        isLong = false;
    }

    private void keep(byte[] bytes, int from, int to) {
        if (isLong || to - from > line.length - length) {
            isLong = true;
            length = 0;
        } else {
            System.arraycopy(bytes, from, line, length, to - from);
            length += to - from;
        }
    }
}
