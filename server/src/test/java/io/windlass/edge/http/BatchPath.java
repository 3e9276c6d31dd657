package io.windlass.edge.http;

import io.windlass.edge.access.Caller;
import io.windlass.edge.access.Quota;
import io.windlass.edge.call.BatchItem;
import io.windlass.edge.call.ItemPacker;
import io.windlass.edge.call.RequestReader;
import io.windlass.edge.call.Surroundings;
import io.windlass.edge.json.JsonValues;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.simulation.SimulatedDisk;
import io.windlass.server.restart.Machine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A partition with a few accounts, and both ways of a batch to it. */
final class BatchPath<S> {
    private final Machine machine;
    private final MachineTables tables;
    private final Feature<S> feature;
    private final Verb.Batch<S> verb;
    private final RequestReader item;
    private final BatchReader reader;
    private final BatchResults results;
    private final Surroundings around =
            new Surroundings(
                    new Caller(0, Set.of(Endpoint.Scope.values()), Quota.UNLIMITED), List.of());
    private int unusualCount;

    private BatchPath(Machine machine, Feature<S> feature) {
        this.machine = machine;
        this.tables = new MachineTables(machine);
        this.feature = feature;
        Endpoint<S> endpoint =
                feature.endpoints().stream()
                        .filter(one -> one.verb() instanceof Verb.Batch<S>)
                        .findFirst()
                        .orElseThrow();
        this.verb = (Verb.Batch<S>) endpoint.verb();
        this.item = new RequestReader(verb.item(), endpoint.path(), tables);
        this.reader = new BatchReader(verb.member(), item, BatchLimits.DEFAULT);
        this.results = new BatchResults(verb.item());
        machine.open("bank", "external", "USD");
        machine.open("alice", "customer", "USD");
        machine.open("bob", "customer", "USD");
        machine.open("eva", "customer", "EUR");
    }

    static BatchPath<?> fresh() {
        Machine machine = new Machine(new SimulatedDisk(() -> 0), Limits.State.DEFAULT).boot();
        return new BatchPath<>(machine, machine.features().get(0));
    }

    long committed() {
        return machine.partition().committed().sequence();
    }

    long digest() {
        return machine.partition().digest();
    }

    /** How many items of the batch that was packed last were none of the usual ones. */
    int unusualCount() {
        return unusualCount;
    }

    /** What the edge answers when every item is a record. */
    String byRecords(byte[] body) {
        Records items = new Records();
        Optional<Malformed> why = reader.read(body, items);
        if (why.isPresent()) {
            return why.toString();
        }
        List<Optional<Reply>> replies = new ArrayList<>();
        for (BatchItem one : items.list) {
            replies.add(Optional.empty());
            submit(one.read(), replies);
        }
        machine.runUntil(() -> replies.stream().allMatch(Optional::isPresent));
        List<Reply> all = replies.stream().map(Optional::orElseThrow).toList();
        return HighestPositions.of(all) + " " + results.json(items.list, all);
    }

    /** Gives what was read to the partition; its reply takes the last place. */
    private void submit(Read<Request> read, List<Optional<Reply>> replies) {
        int place = replies.size() - 1;
        if (read instanceof Read.Bad<Request> bad) {
            replies.set(place, Optional.of(Reply.of(bad.why())));
            return;
        }
        Request request = ((Read.Good<Request>) read).value();
        Read<Verb.Intent<S>> intent = verb.submit().reader().read(request);
        if (intent instanceof Read.Bad<Verb.Intent<S>> bad) {
            replies.set(place, Optional.of(Reply.of(bad.why())));
            return;
        }
        machine.partition()
                .submit(
                        feature,
                        ((Read.Good<Verb.Intent<S>>) intent).value().command(),
                        reply -> replies.set(place, Optional.of(reply)));
    }

    /** What the edge answers when the items are packed. */
    String packed(byte[] body) {
        ItemPacker<S> packer = ItemPacker.of(tables, verb, item, around).orElseThrow();
        Optional<Malformed> why = reader.read(body, new Packed(packer));
        if (why.isPresent()) {
            return why.toString();
        }
        unusualCount =
                (int)
                        IntStream.range(0, packer.count())
                                .filter(i -> packer.unusual(i).isPresent())
                                .count();
        PackedCommands<S> commands = packer.packed();
        int[] places =
                IntStream.range(0, commands.count())
                        .filter(i -> commands.partition(i, 1) == 0)
                        .toArray();
        boolean[] done = {places.length == 0};
        if (!done[0]) {
            machine.partition().submit(feature, commands, places, () -> done[0] = true);
        }
        machine.runUntil(() -> done[0]);
        return HighestPositions.of(packer.outcomes()) + " " + results.json(packer);
    }

    private final class Records implements BatchReader.Items {
        private final List<BatchItem> list = new ArrayList<>();

        @Override
        public void add(JsonValues in) throws IOException {
            list.add(item.item(around, in));
        }

        @Override
        public void add(BatchItem one) {
            list.add(one);
        }

        @Override
        public int count() {
            return list.size();
        }
    }

    private record Packed(ItemPacker<?> packer) implements BatchReader.Items {
        @Override
        public void add(JsonValues in) throws IOException {
            packer.add(in);
        }

        @Override
        public void add(BatchItem one) {
            packer.add(one);
        }

        @Override
        public int count() {
            return packer.count();
        }
    }
}
