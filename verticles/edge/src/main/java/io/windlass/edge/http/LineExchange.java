package io.windlass.edge.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.windlass.edge.call.BatchItem;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.call.Query;
import io.windlass.edge.call.Surroundings;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.partition.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A batch that is a stream of lines, answered line for line while it comes in.
 *
 * <pre>
 *   chunk -> lines -> items, called together -> waiting, in order -> results, written in order
 *     ^ paused while too many lines wait, or the client does not read
 * </pre>
 *
 * <p>Memory is bounded by the lines in flight and the write queue, however long the stream is. A
 * line is worth a request of the caller's quota when it is called; what that makes the caller owe
 * delays its next request, never the stream. Used on the connection's event loop.
 */
final class LineExchange implements LineSplitter.Receiver {
    private static final int LINES_PER_CALL = 1_024;
    private static final int WRITE_QUEUE_BYTES = 1 << 20;

    /** Closing on unread bytes can destroy the answer on its way, so this many are thrown away. */
    private static final int DRAIN_BYTES_MAX = 1 << 20;

    private final BatchDoor<?> door;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Surroundings around;
    private final long startNanos;
    private final LineSplitter lines;
    private final ArrayDeque<Part> open = new ArrayDeque<>();
    private List<BatchItem> gathered = new ArrayList<>();
    private int paidLines = 1; // by the request, which has taken a token
    private int lineCount;
    private int linesInFlight;
    private int drainedBytes;
    private boolean isPaused;
    private boolean isDraining;
    private boolean hasEnded;

    /** Some lines that were called together. */
    private static final class Part {
        private final List<BatchItem> items;
        private Optional<List<Reply>> replies = Optional.empty();

        Part(List<BatchItem> items) {
            this.items = items;
        }
    }

    LineExchange(
            BatchDoor<?> door, HttpServerRequest request, Surroundings around, long startNanos) {
        this.door = door;
        this.request = request;
        this.response = request.response();
        this.around = around;
        this.startNanos = startNanos;
        this.lines = new LineSplitter(door.reader().limits().lineBytesMax(), this);
    }

    /** Why a stream is not begun. */
    static Optional<Problem> refusal(HttpServerRequest request, BatchLimits limits) {
        Optional<Malformed> parameter = Query.unknown(request.query());
        if (parameter.isPresent()) {
            return parameter.map(Problem::of);
        }
        long bytesMax = (long) limits.linesMax() * (limits.lineBytesMax() + 2);
        return BodyCollector.announcedBytes(request) > bytesMax
                ? Optional.of(
                        Problem.of(
                                ProblemKind.BODY_TOO_LARGE, "a stream has fewer and shorter lines"))
                : BodyCollector.unexpected(request);
    }

    void begin() {
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            response.writeContinue();
        }
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, MediaTypes.LINES);
        response.setWriteQueueMaxSize(WRITE_QUEUE_BYTES).drainHandler(drained -> flow());
        // A client that has gone: what it sent is executed, nobody is told.
        response.exceptionHandler(gone -> {});
        request.exceptionHandler(gone -> {});
        request.handler(this::chunk).endHandler(end -> ended());
    }

    @Override
    public void line(byte[] bytes) {
        if (isCounted()) {
            gather(door.reader().line(around, bytes));
        }
    }

    @Override
    public void longLine() {
        if (isCounted()) {
            gather(door.reader().longLine());
        }
    }

    private void chunk(Buffer bytes) {
        try {
            if (isDraining) {
                drain(bytes.length());
            } else {
                lines.feed(bytes);
                callGathered();
                flow();
            }
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    private void ended() {
        hasEnded = true;
        try {
            if (!isDraining) {
                lines.end();
                callGathered();
            }
            write();
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    /** Whether a line may be one more; the first that may not says so, the others are not read. */
    private boolean isCounted() {
        if (isDraining) {
            return false;
        }
        lineCount++;
        if (lineCount > door.reader().limits().linesMax()) {
            isDraining = true;
            gather(door.reader().lineTooMany());
            return false;
        }
        return true;
    }

    private void gather(BatchItem item) {
        gathered.add(item);
        if (gathered.size() == LINES_PER_CALL) {
            callGathered();
        }
    }

    private void callGathered() {
        if (gathered.isEmpty()) {
            return;
        }
        Part part = new Part(gathered);
        gathered = new ArrayList<>();
        open.add(part);
        linesInFlight += part.items.size();
        around.caller().quota().owe(part.items.size() - paidLines);
        paidLines = 0;
        door.call(
                part.items,
                replies -> {
                    part.replies = Optional.of(replies);
                    write();
                });
    }

    /** Writes what is answered, in the order of the lines. */
    private void write() {
        try {
            while (!open.isEmpty() && open.peek().replies.isPresent()) {
                Part part = open.remove();
                linesInFlight -= part.items.size();
                if (!response.closed()) {
                    response.write(door.results().lines(part.items, part.replies.get()));
                }
            }
            if (open.isEmpty() && (hasEnded || isDraining)) {
                end();
            } else {
                flow();
            }
        } catch (RuntimeException bug) {
            fail(bug);
        }
    }

    private void end() {
        if (!response.ended() && !response.closed()) {
            response.end();
            door.meter().answered(response.getStatusCode(), startNanos);
        }
        if (isDraining && hasEnded) {
            request.connection().close();
        }
    }

    /** Reads on or waits, whichever keeps memory bounded. */
    private void flow() {
        boolean isOver = isDraining || response.ended();
        boolean isBlocked = !isOver && response.writeQueueFull();
        int max = door.reader().limits().linesInFlight();
        if (!isPaused && !isOver && (isBlocked || linesInFlight >= max)) {
            isPaused = true;
            request.pause();
        } else if (isPaused && (isOver || (!isBlocked && linesInFlight <= max / 2))) {
            isPaused = false;
            request.resume();
        }
    }

    private void drain(int bytes) {
        drainedBytes += bytes;
        if (drainedBytes > DRAIN_BYTES_MAX) {
            request.connection().close();
        }
    }

    /** The head may be gone: all that can be told is that the stream breaks off. */
    private void fail(RuntimeException bug) {
        if (response.headWritten()) {
            Responder.log(bug);
            request.connection().close();
        } else {
            response.setChunked(false);
            door.meter().answered(Responder.fail(response, bug), startNanos);
        }
    }
}
