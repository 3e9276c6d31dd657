package io.windlass.edge.client;

import io.netty.buffer.ByteBufAllocator;
import io.vertx.core.Vertx;
import io.windlass.edge.binary.TransferFrame;
import io.windlass.edge.binary.TransferReplies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Single transfers, gathered: what waits when a frame may be sent goes out as one, like the group
 * commit of a log. Nothing waits for a timer but an attempt that follows a failed one.
 */
final class Singles {
    private static final int FRAME_MAX = 8_192;
    private static final int FRAMES_IN_FLIGHT = 1;

    private final Vertx vertx;
    private final Waiting waiting;
    private final Runnable onReady;
    private final ArrayDeque<Single> queue = new ArrayDeque<>();
    private int framesInFlight;

    /** {@code onReady} is called when there is something to send. */
    Singles(Vertx vertx, Waiting waiting, Runnable onReady) {
        this.vertx = vertx;
        this.waiting = waiting;
        this.onReady = onReady;
    }

    void add(Single single) {
        queue.add(single);
        onReady.run();
    }

    /** Sends what waits as far as the node takes it. */
    void flush(Link link) {
        while (framesInFlight < FRAMES_IN_FLIGHT && !queue.isEmpty() && link.room() > 0) {
            int most = Math.min(FRAME_MAX, Math.min(link.itemsMax(), link.room()));
            Sent sent = new Sent(Math.min(queue.size(), most));
            if (sent.frame.count() == 0) {
                sent.frame.release();
                return;
            }
            framesInFlight++;
            link.transfers(sent.frame, sent);
        }
    }

    /** A frame and what is in it. */
    private final class Sent implements Reply {
        private final TransferFrame frame;
        private final Single[] singles;

        Sent(int count) {
            frame =
                    new TransferFrame(
                            ByteBufAllocator.DEFAULT.directBuffer(TransferFrame.bytes(count)));
            singles = new Single[count];
            while (frame.count() < count && !queue.isEmpty()) {
                Single next = queue.remove();
                if (next.isOpen()) {
                    singles[frame.count()] = next;
                    next.write(frame);
                }
            }
        }

        @Override
        public void transferred(TransferReplies replies) {
            List<Single> again = new ArrayList<>();
            for (int place = 0; place < replies.count(); place++) {
                int index = replies.index(place);
                if (index >= 0 && index < singles.length && singles[index] != null) {
                    settle(singles[index], replies, place, again);
                    singles[index] = null;
                }
            }
            missed(again);
            framesInFlight--;
            retry(again);
            onReady.run();
        }

        @Override
        public void lost(String why) {
            List<Single> again = new ArrayList<>();
            missed(again);
            framesInFlight--;
            // The dialer pauses before there is another connection.
            for (int i = again.size() - 1; i >= 0; i--) {
                queue.addFirst(again.get(i));
            }
            onReady.run();
        }

        /** Those without a result. */
        private void missed(List<Single> again) {
            for (Single single : singles) {
                if (single != null) {
                    single.missed(true);
                    again.add(single);
                }
            }
        }
    }

    private void settle(Single single, TransferReplies replies, int place, List<Single> again) {
        int code = replies.code(place);
        if (Codes.isForAnotherTime(code)) {
            single.missed(code == Codes.OUTCOME_UNKNOWN);
            again.add(single);
        } else if (waiting.remove(single)) {
            single.promise().tryComplete(replies.result(place));
        }
    }

    private void retry(List<Single> again) {
        if (!again.isEmpty()) {
            int attempts = again.stream().mapToInt(Single::attempts).max().orElse(1);
            vertx.setTimer(
                    Backoff.millis(attempts),
                    timer -> {
                        queue.addAll(again);
                        onReady.run();
                    });
        }
    }
}
