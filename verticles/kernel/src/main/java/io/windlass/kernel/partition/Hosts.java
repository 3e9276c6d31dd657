package io.windlass.kernel.partition;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.table.RowType;
import io.windlass.kernel.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The features that live in one partition, with their states. */
final class Hosts {
    private final Map<Feature<?>, Hosted<?>> byFeature = new HashMap<>();
    private final Map<Feature<?>, Long> published = new HashMap<>();
    private final List<Hosted<?>> all = new ArrayList<>();

    Hosts(List<Feature<?>> features, Tables tables) {
        for (Feature<?> feature : features) {
            Hosted<?> hosted = Hosted.of(feature, tables);
            all.add(hosted);
            byFeature.put(feature, hosted);
            published.put(feature, 0L);
        }
    }

    static Tables tables(List<Feature<?>> features) {
        List<RowType<?>> types = new ArrayList<>();
        features.forEach(feature -> types.addAll(feature.tables()));
        return new Tables(types);
    }

    List<Hosted<?>> all() {
        return all;
    }

    @SuppressWarnings("unchecked")
    <S> Hosted<S> of(Feature<S> feature) {
        Hosted<?> hosted = byFeature.get(feature);
        Invariant.hold(hosted != null, "a feature was asked for in a partition without it");
        return (Hosted<S>) hosted;
    }

    /** The event of a feature, which is known to be this one. */
    @SuppressWarnings("unchecked")
    static <S> Event<S> typed(Hosted<S> hosted, EventCodec.Found<?> found) {
        Invariant.hold(
                found.hosted().equals(hosted), "an id points to an event of another feature");
        return (Event<S>) found.event();
    }

    /** What has to be decided before all else; {@code done} runs when all of it has committed. */
    List<Waiting<?>> genesis(long now, Runnable done) {
        List<Waiting<?>> commands = new ArrayList<>();
        int[] open = new int[1];
        for (Hosted<?> hosted : all) {
            commands.addAll(
                    genesisOf(
                            hosted,
                            now,
                            () -> {
                                open[0]--;
                                if (open[0] == 0) {
                                    done.run();
                                }
                            }));
        }
        open[0] = commands.size();
        if (commands.isEmpty()) {
            done.run();
        }
        return commands;
    }

    /** Publishes the shared tables that have changed. */
    void publish(PartitionObserver observer) {
        all.forEach(hosted -> publish(hosted, observer));
    }

    private <S> void publish(Hosted<S> hosted, PartitionObserver observer) {
        Feature<S> feature = hosted.feature();
        long number = feature.sharedNumber(hosted.committed());
        if (published.put(feature, number) != number) {
            SharedTable table = feature.shared(hosted.committed());
            observer.published(table);
        }
    }

    /** Whoever leads next begins again with what was not decided. */
    private static void doneIf(Reply reply, Runnable done) {
        if (!(reply.answer() instanceof Unavailable)) {
            done.run();
        }
    }

    private static <S> List<Waiting<?>> genesisOf(Hosted<S> hosted, long now, Runnable done) {
        List<Waiting<?>> waiting = new ArrayList<>();
        for (Command<S> command : hosted.feature().genesis(hosted.decided())) {
            waiting.add(new Waiting<>(hosted, command, reply -> doneIf(reply, done), now));
        }
        return waiting;
    }
}
