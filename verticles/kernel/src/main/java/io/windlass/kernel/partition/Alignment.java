package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Unavailable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings the shared tables of one feature in the other partitions of a group up to those of the
 * lowest one, which decides and numbers their changes.
 *
 * <p>One partition after the other says how far it is, gets what it lacks as the same numbered
 * commands, and is done when all of them have committed there. A command that is there already
 * changes nothing, so two alignments at once do no harm, nor does one that a crash has cut short:
 * the next one goes on.
 *
 * @param <S> the feature's state
 */
public final class Alignment<S> {
    private final Feature<S> feature;
    private final List<? extends Post> partitions;
    private final Consumer<Boolean> done;

    /** Where a partition takes tasks. */
    @FunctionalInterface
    public interface Post {
        /** Runs something with the partition, on its loop; false if too much waits already. */
        boolean post(Consumer<Partition> task);
    }

    private Alignment(Feature<S> feature, List<? extends Post> partitions, Consumer<Boolean> done) {
        this.feature = feature;
        this.partitions = partitions;
        this.done = done;
    }

    /**
     * Begins. Any thread.
     *
     * @param partitions the group's, lowest first
     * @param done told once, on some partition's loop: true if they are alike up to what the lowest
     *     had committed, false if one of them could not take a change now
     */
    public static <S> void start(
            Feature<S> feature, List<? extends Post> partitions, Consumer<Boolean> done) {
        new Alignment<>(feature, partitions, done).alignFrom(1);
    }

    private void alignFrom(int index) {
        if (index >= partitions.size()) {
            done.accept(true);
            return;
        }
        post(
                index,
                behind -> {
                    long after = behind.sharedNumber(feature);
                    post(
                            0,
                            ahead -> {
                                List<Command<S>> changes = ahead.sharedChanges(feature, after);
                                post(index, target -> submitAll(target, changes, index));
                            });
                });
    }

    private void submitAll(Partition target, List<Command<S>> changes, int index) {
        int[] open = {changes.size()};
        boolean[] taken = {true};
        Consumer<Reply> onReply =
                reply -> {
                    open[0]--;
                    taken[0] &= !(reply.answer() instanceof Unavailable);
                    if (open[0] == 0) {
                        goOn(taken[0], index);
                    }
                };
        changes.forEach(change -> target.submit(feature, change, onReply));
        if (changes.isEmpty()) {
            goOn(true, index);
        }
    }

    private void goOn(boolean taken, int index) {
        if (taken) {
            alignFrom(index + 1);
        } else {
            done.accept(false);
        }
    }

    private void post(int index, Consumer<Partition> task) {
        if (!partitions.get(index).post(task)) {
            done.accept(false);
        }
    }
}
