package io.windlass.edge.client;

import io.vertx.core.Vertx;
import io.windlass.edge.binary.TransferFrame;
import io.windlass.edge.binary.TransferReplies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Single transfers, gathered: what waits when a frame may be sent goes out as one, like the group
 * commit of a log. Nothing waits for a timer but an attempt that follows a failed one.
 */
final class Singles {
    private static final int FRAME_MAX = 8_192;

    /** Where much waits, two: the node works on one while the results of the other come in. */
    private static final int FRAMES_IN_FLIGHT = 2;

    /** Fewer go out as one frame, and gather while another one is on its way. */
    private static final int SHARE_MIN = 64;

    private final Vertx vertx;
    private final Waiting waiting;
    private final Runnable onReady;
    private final ArrayDeque<Single> queue = new ArrayDeque<>();
    private Optional<Link> newest = Optional.empty();

    /** On the newest link: one that goes away holds nothing up. */
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
        if (!isNewest(link)) {
            newest = Optional.of(link);
            framesInFlight = 0;
        }
        while (mayFlush() && link.room() > 0) {
            Sent sent = new Sent(link, nextCount(link));
            if (sent.frame.count() == 0) {
                sent.frame.release();
                return;
            }
            framesInFlight++;
            link.transfers(sent.frame, sent);
        }
    }

    private boolean isNewest(Link link) {
        return newest.isPresent() && newest.get() == link;
    }

    private boolean mayFlush() {
        int least = framesInFlight == 0 ? 1 : SHARE_MIN;
        return framesInFlight < FRAMES_IN_FLIGHT && queue.size() >= least;
    }

    private int nextCount(Link link) {
        int free = FRAMES_IN_FLIGHT - framesInFlight;
        int share = Math.max(SHARE_MIN, (queue.size() + free - 1) / free);
        int taken = Math.min(FRAME_MAX, Math.min(link.itemsMax(), link.room()));
        return Math.min(Math.min(queue.size(), share), taken);
    }

    /** A frame and what is in it. */
    private final class Sent implements Reply {
        private final Link link;
        private final TransferFrame frame;
        private final Single[] singles;

        Sent(Link link, int count) {
            this.link = link;
            frame = new TransferFrame(count);
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
            landed();
            retry(again);
            onReady.run();
        }

        @Override
        public void lost(String why) {
            List<Single> again = new ArrayList<>();
            missed(again);
            landed();
            // The dialer pauses before there is another connection.
            for (int i = again.size() - 1; i >= 0; i--) {
                queue.addFirst(again.get(i));
            }
            onReady.run();
        }

        private void landed() {
            framesInFlight -= isNewest(link) ? 1 : 0;
        }

        /** Those without a result. */
        private void missed(List<Single> again) {
            for (Single single : singles) {
                if (single != null && single.isOpen()) {
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
            int attempts = 1;
            for (Single single : again) {
                attempts = Math.max(attempts, single.attempts());
            }
            vertx.setTimer(
                    Backoff.millis(attempts),
                    timer -> {
                        queue.addAll(again);
                        onReady.run();
                    });
        }
    }
}
