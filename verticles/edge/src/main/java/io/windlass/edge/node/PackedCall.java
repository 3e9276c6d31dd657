package io.windlass.edge.node;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.partition.Partition;
import java.util.Arrays;
import java.util.List;

/**
 * Packed commands on their way: one message takes those of a partition there, one says that they
 * have their results.
 */
final class PackedCall<S> {
    private final Feature<S> feature;
    private final Packed<S> packed;
    private final List<PartitionVerticle> partitions;
    private int open;

    PackedCall(Feature<S> feature, Packed<S> packed, List<PartitionVerticle> partitions) {
        this.feature = feature;
        this.packed = packed;
        this.partitions = partitions;
    }

    /** The commands of one partition on their way there. */
    private record Delivery<S>(Feature<S> feature, Packed<S> packed, int[] places, Runnable done)
            implements Errand {
        @Override
        public void run(Partition partition) {
            partition.submit(feature, packed, places, done);
        }

        @Override
        public int bytes() {
            return places.length * Limits.PACKED_COMMAND_BYTES;
        }
    }

    /** Sends the commands off; {@code home} is the caller's, where {@code onDone} is called. */
    void start(Mailbox<Runnable> home, Runnable onDone) {
        int[][] places = places();
        // One more than there are, so that it cannot end before all have been sent.
        open = 1;
        Runnable done =
                () -> {
                    open--;
                    if (open == 0) {
                        onDone.run();
                    }
                };
        for (int i = 0; i < places.length; i++) {
            if (places[i].length > 0) {
                open++;
                send(partitions.get(i), places[i], () -> home.put(done));
            }
        }
        home.put(done);
    }

    private void send(PartitionVerticle partition, int[] places, Runnable done) {
        if (!partition.send(new Delivery<>(feature, packed, places, done))) {
            refuse(packed, places, new Unavailable(Reason.OVERLOADED, "the node is full"));
            done.run();
        }
    }

    /** Gives all commands one answer. */
    static void refuse(Packed<?> packed, Answer answer) {
        for (int i = 0; i < packed.count(); i++) {
            packed.answered(i, answer, false);
        }
    }

    private static void refuse(Packed<?> packed, int[] places, Answer answer) {
        for (int place : places) {
            packed.answered(place, answer, false);
        }
    }

    /** The indexes of each partition's commands; those that touch several are refused. */
    private int[][] places() {
        int[][] places = new int[partitions.size()][packed.count()];
        int[] counts = new int[partitions.size()];
        for (int i = 0; i < packed.count(); i++) {
            int partition = packed.partition(i, partitions.size());
            if (partition < 0) {
                Answer across = Answer.rejected(RoutingRejection.NOT_SUPPORTED_ACROSS_PARTITIONS);
                packed.answered(i, across, false);
            } else {
                places[partition][counts[partition]++] = i;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            places[i] = Arrays.copyOf(places[i], counts[i]);
        }
        return places;
    }
}
