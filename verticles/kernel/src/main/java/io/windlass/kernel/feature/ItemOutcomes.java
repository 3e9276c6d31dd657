package io.windlass.kernel.feature;

import java.util.Arrays;
import java.util.Optional;

/**
 * What became of the items of a batch. Made on one thread; then each item is written by the
 * partition that decides it, and all are read when all are there.
 */
public final class ItemOutcomes {
    private static final int USUAL_ITEMS = 1_024;

    private long[] sequences = new long[USUAL_ITEMS];
    private int[] partitions = new int[USUAL_ITEMS];
    private boolean[] replays = new boolean[USUAL_ITEMS];
    private Answer[] answers = new Answer[USUAL_ITEMS];
    private int count;

    /** One more item. */
    public void add() {
        if (count == sequences.length) {
            sequences = Arrays.copyOf(sequences, count * 2);
            partitions = Arrays.copyOf(partitions, count * 2);
            replays = Arrays.copyOf(replays, count * 2);
            answers = Arrays.copyOf(answers, count * 2);
        }
        count++;
    }

    /** How many items there are. */
    public int count() {
        return count;
    }

    /** An item was done in the usual way. */
    public void done(int item, Moment moment) {
        sequences[item] = moment.sequence();
        partitions[item] = moment.partition();
    }

    /** An item has an answer of its own, in place of all that was noted before. */
    public void answered(int item, Answer answer, boolean replayed) {
        answers[item] = answer;
        replays[item] = replayed;
        sequences[item] = 0;
        partitions[item] = 0;
    }

    /** See {@link PackedCommands#stands}. */
    public void stands(int item, int partition, long sequence) {
        sequences[item] = sequence;
        partitions[item] = partition;
    }

    /** The answer to an item; empty if it was done in the usual way. */
    public Optional<Answer> answer(int item) {
        return Optional.ofNullable(answers[item]);
    }

    /** The partition of the event that the answer depends on, 0 if there is none. */
    public int partition(int item) {
        return partitions[item];
    }

    /** The event that the answer depends on. */
    public long sequence(int item) {
        return sequences[item];
    }

    /** Whether the item's id had been decided before. */
    public boolean isReplayed(int item) {
        return replays[item];
    }
}
