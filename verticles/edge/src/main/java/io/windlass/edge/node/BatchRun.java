package io.windlass.edge.node;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Commands that came together: one message takes those of a partition there, one brings their
 * replies back.
 *
 * <p>Filled on any thread of the caller, completed on its loop; each partition's loop writes the
 * replies of its own commands.
 */
final class BatchRun<S> {
    /** What a command of a batch takes; it has no texts of any length but its ids. */
    private static final int BYTES_OF_A_COMMAND = 512;

    private static final int USUAL_COMMANDS = 64;

    private final Feature<S> feature;
    private final List<PartitionVerticle> partitions;
    private final Reply[] replies;
    private final List<Part<S>> parts = new ArrayList<>();
    private int count;
    private int openParts;

    /** The commands for one partition, and where each stood among all. */
    private static final class Part<S> {
        private final int partition;
        private final List<Command<S>> commands = new ArrayList<>();
        private int[] places = new int[USUAL_COMMANDS];
        private int open;

        Part(int partition) {
            this.partition = partition;
        }

        void add(Command<S> command, int place) {
            int count = commands.size();
            if (count == places.length) {
                places = Arrays.copyOf(places, count * 2);
            }
            places[count] = place;
            commands.add(command);
        }
    }

    BatchRun(Feature<S> feature, List<PartitionVerticle> partitions, int size) {
        this.feature = feature;
        this.partitions = partitions;
        this.replies = new Reply[size];
    }

    /** Adds the next command, or what was wrong with it. */
    void add(Read<Verb.Intent<S>> read) {
        int place = count++;
        if (read instanceof Read.Bad<Verb.Intent<S>> bad) {
            replies[place] = Reply.of(bad.why());
            return;
        }
        Verb.Intent<S> intent = ((Read.Good<Verb.Intent<S>>) read).value();
        Route route = intent.route();
        Invariant.hold(
                route.target() == Route.Target.IDS, "a command of a batch goes where its ids live");
        OptionalInt partition = route.partition(partitions.size());
        if (partition.isEmpty()) {
            replies[place] =
                    Reply.of(Answer.rejected(RoutingRejection.NOT_SUPPORTED_ACROSS_PARTITIONS));
            return;
        }
        Part<S> part = part(partition.getAsInt());
        part.add(intent.command(), place);
    }

    /** Sends the commands off; {@code home} is the caller's, where all that follows happens. */
    void start(Mailbox<Runnable> home, Consumer<List<Reply>> onReplies) {
        // One more than there are, so that it cannot end before all have been sent.
        openParts = parts.size() + 1;
        for (Part<S> part : parts) {
            Runnable done = () -> home.put(() -> ended(onReplies));
            if (!partitions.get(part.partition).send(new Delivery<>(this, part, done))) {
                Reply full = Reply.of(new Unavailable(Reason.OVERLOADED, "the node is full"));
                for (int i = 0; i < part.commands.size(); i++) {
                    replies[part.places[i]] = full;
                }
                done.run();
            }
        }
        home.put(() -> ended(onReplies));
    }

    private void ended(Consumer<List<Reply>> onReplies) {
        openParts--;
        if (openParts == 0) {
            onReplies.accept(Arrays.asList(replies));
        }
    }

    private void submit(Partition target, Part<S> part, Runnable done) {
        part.open = part.commands.size();
        for (int i = 0; i < part.commands.size(); i++) {
            int place = part.places[i];
            target.submit(
                    feature,
                    part.commands.get(i),
                    reply -> {
                        replies[place] = reply;
                        part.open--;
                        if (part.open == 0) {
                            done.run();
                        }
                    });
        }
    }

    /** A part on its way to its partition. */
    private record Delivery<S>(BatchRun<S> run, Part<S> part, Runnable done) implements Errand {
        @Override
        public void run(Partition partition) {
            run.submit(partition, part, done);
        }

        @Override
        public int bytes() {
            return part.commands.size() * BYTES_OF_A_COMMAND;
        }
    }

    /** The part of a partition; a node has few of them. */
    private Part<S> part(int partition) {
        for (Part<S> part : parts) {
            if (part.partition == partition) {
                return part;
            }
        }
        Part<S> part = new Part<>(partition);
        parts.add(part);
        return part;
    }
}
