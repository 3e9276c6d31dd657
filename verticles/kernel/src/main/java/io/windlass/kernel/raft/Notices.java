package io.windlass.kernel.raft;

import io.windlass.kernel.port.Consensus.Listener;
import io.windlass.kernel.port.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers what the partition has to be told and hands it over to its loop in batches, in order. */
final class Notices {
    private final Loop partitionLoop;
    private final Listener listener;
    private List<Consumer<Listener>> waiting = new ArrayList<>();

    Notices(Loop partitionLoop, Listener listener) {
        this.partitionLoop = partitionLoop;
        this.listener = listener;
    }

    void add(Consumer<Listener> notice) {
        waiting.add(notice);
    }

    /** Hands over what has been gathered. */
    void deliver() {
        deliverThen(() -> {});
    }

    /** Hands over what has been gathered, and runs an action on the partition's loop behind it. */
    void deliverThen(Runnable behind) {
        List<Consumer<Listener>> batch = waiting;
        if (batch.isEmpty()) {
            return;
        }
        waiting = new ArrayList<>();
        partitionLoop.execute(
                () -> {
                    batch.forEach(notice -> notice.accept(listener));
                    behind.run();
                });
    }
}
