package io.windlass.server.simulation;

import io.windlass.edge.node.RoutingRejection;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the binary port does: gives each partition its part of a batch of packed transfers. */
final class PackedDoor<S> {
    private static final PackedKind.Caller CALLER = new PackedKind.Caller(0, true);

    private final Feature<S> feature;
    private final List<Life> lives;

    PackedDoor(Feature<S> feature, List<Life> lives) {
        this.feature = feature;
        this.lives = lives;
    }

    Verb.Inquiry<S> handleOf(String accountId) {
        return kind().resolver().handleOf(CALLER.tenant(), accountId);
    }

    /**
     * Has packed transfers done; each partition's results are told as soon as that one says so.
     * Returns in how many parts they come.
     */
    int send(Batch batch, Consumer<Map<Parcel, Told>> onPart) {
        Packed<S> packed = kind().opener().open(CALLER, batch.bytes()).orElseThrow();
        Map<Integer, List<Integer>> homes = new TreeMap<>();
        for (int i = 0; i < packed.count(); i++) {
            int home = packed.partition(i, lives.size());
            homes.computeIfAbsent(home, key -> new ArrayList<>()).add(i);
        }
        homes.forEach((home, places) -> send(batch, packed, home, places, onPart));
        return homes.size();
    }

    private void send(
            Batch batch,
            Packed<S> packed,
            int home,
            List<Integer> places,
            Consumer<Map<Parcel, Told>> onPart) {
        int[] told = new int[1];
        Runnable onDone =
                () -> {
                    told[0]++;
                    Violation.unless(told[0] == 1, "a batch is told more than once");
                    onPart.accept(part(batch, packed, places));
                };
        if (home >= 0) {
            int[] own = places.stream().mapToInt(Integer::intValue).toArray();
            lives.get(home).post(partition -> partition.submit(feature, packed, own, onDone));
        } else {
            Answer across = Answer.rejected(RoutingRejection.NOT_SUPPORTED_ACROSS_PARTITIONS);
            places.forEach(place -> packed.answered(place, across, false));
            onDone.run();
        }
    }

    private static Map<Parcel, Told> part(Batch batch, Packed<?> packed, List<Integer> places) {
        Map<Parcel, Told> part = new LinkedHashMap<>();
        for (int place : places) {
            Told told = Told.read(packed.results(), place);
            Violation.unless(told.index() == place, "the result of another command: " + told);
            part.put(batch.parcels().get(place), told);
        }
        return part;
    }

    private PackedKind<S> kind() {
        return feature.packed().get(0);
    }
}
