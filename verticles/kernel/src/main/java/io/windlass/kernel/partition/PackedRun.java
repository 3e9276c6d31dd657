package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Packed;

/**
 * Packed commands on their way through one partition, in order: some have results, some wait for
 * their frames to commit, some are not decided.
 *
 * <pre>
 *   0 ... promised ... next ... count
 *   in frames  | in the open frame | not decided
 * </pre>
 */
final class PackedRun<S> implements Entry {
    private final Hosted<S> hosted;
    private final Packed<S> packed;
    private final int[] places;
    private final Runnable onDone;
    private final long since;
    private int next;
    private int promised;
    private int open;

    /** Nobody reads it: it keeps the touching from being left out. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    /**
     * Commands of which none is decided.
     *
     * @param places the indexes of this partition's commands, at least one
     * @param onDone called when all of them have results
     * @param since when they came, monotonic nanoseconds
     */
    PackedRun(Hosted<S> hosted, Packed<S> packed, int[] places, Runnable onDone, long since) {
        this.hosted = hosted;
        this.packed = packed;
        this.places = places;
        this.onDone = onDone;
        this.since = since;
        this.open = places.length;
    }

    Hosted<S> hosted() {
        return hosted;
    }

    Packed<S> packed() {
        return packed;
    }

    @Override
    public long since() {
        return since;
    }

    @Override
    public int commands() {
        return places.length;
    }

    /** Those of its arrays. */
    @Override
    public int bytes() {
        return places.length * Limits.PACKED_COMMAND_BYTES;
    }

    boolean isDecided() {
        return next == places.length;
    }

    /** Brings near what the next commands will look up; how many those are, so many at most. */
    int touch(int most) {
        int end = Math.min(next + most, places.length);
        for (int i = next; i < end; i++) {
            touched += packed.touch(hosted.decided(), places[i]);
        }
        for (int i = next; i < end; i++) {
            touched += packed.touchBehind(hosted.decided(), places[i]);
        }
        return end - next;
    }

    /** The index of the next command, which is decided now. */
    int take() {
        return places[next++];
    }

    /** The command taken last answers for itself: it is in no promise of {@link #promise}. */
    void promiseBefore(FrameBuilder builder) {
        promise(builder, next - 1);
        promised = next;
    }

    /** Promises the results of everything that was taken to the frame being built. */
    void promise(FrameBuilder builder) {
        promise(builder, next);
    }

    private void promise(FrameBuilder builder, int end) {
        if (end > promised) {
            builder.promise(new Stretch(promised, end));
            promised = end;
        }
    }

    /** Takes note of a reply to one command that answers for itself. */
    void replied(int index, Reply reply) {
        packed.answered(index, reply.answer(), reply.replayed());
        ended(1);
    }

    @Override
    public void refuse(Answer answer) {
        int first = next;
        next = places.length;
        answer(first, next, answer);
    }

    private void answer(int from, int to, Answer answer) {
        for (int i = from; i < to; i++) {
            packed.answered(places[i], answer, false);
        }
        ended(to - from);
    }

    private void ended(int commands) {
        open -= commands;
        if (open == 0) {
            onDone.run();
        }
    }

    /** The results of some commands in a row, which are there and only have to wait. */
    private final class Stretch implements Promise {
        private final int from;
        private final int to;

        Stretch(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public void keep() {
            ended(to - from);
        }

        @Override
        public void leaveOpen() {
            answer(from, to, Replies.outcomeUnknown().answer());
        }
    }
}
