package io.windlass.kernel.partition;

import io.windlass.kernel.archive.Archive;
import io.windlass.kernel.archive.Filters;
import io.windlass.kernel.archive.Holding;
import io.windlass.kernel.archive.RowsToSeal;
import io.windlass.kernel.archive.SealedWriter;
import io.windlass.kernel.port.World;
import io.windlass.kernel.table.Ageing;
import io.windlass.kernel.table.Doubt;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The files of old rows: when they are made, when rows leave memory for them, and how rows come
 * back. What waits for the disk is done on the reader's loop, the rest on the partition's.
 */
final class Archivist {
    private final World world;
    private final Limits.Ids limits;
    private final Archive archive;
    private final Ageing ageing;
    private final PartitionObserver observer;
    private Runnable whenMoved = () -> {};
    private volatile int filesDue;
    private boolean busy;
    private long eventsToWait;

    /** Hears what files have. */
    interface Receiver {
        /** For each doubt a row's words, or empty if there is none; on the partition's loop. */
        void found(Map<Doubt, Optional<long[]>> rows);
    }

    Archivist(
            World world,
            Limits.Ids limits,
            Archive archive,
            Ageing ageing,
            PartitionObserver observer) {
        this.world = world;
        this.limits = limits;
        this.archive = archive;
        this.ageing = ageing;
        this.observer = observer;
    }

    /** Says what runs when rows have moved: what was named before has to be named again. */
    void whenMoved(Runnable action) {
        whenMoved = action;
    }

    /** Makes a file if it is time and none is being made: a frame of so many events committed. */
    void committed(int events) {
        eventsToWait -= Math.min(eventsToWait, events);
        ageing.mark(limits.sealed());
        makeIfDue();
    }

    private void makeIfDue() {
        filesDue = ageing.filesDue();
        if (busy || eventsToWait > 0) {
            return;
        }
        Optional<RowsToSeal> due = ageing.due();
        if (due.isPresent()) {
            busy = true;
            long since = world.clock().monotonicNanos();
            world.readerLoop().execute(() -> begin(due.get(), since));
        }
    }

    /** Lets so many rows leave memory at most; nothing that was named before holds then. */
    void leave(int rows) {
        if (ageing.leave(limits.hot(), rows)) {
            whenMoved.run();
        }
    }

    /** Looks keys up in the files. */
    void fetch(List<Doubt> doubts, Receiver receiver, Consumer<Throwable> onError) {
        Map<String, Integer> files = new HashMap<>();
        doubts.forEach(doubt -> files.put(doubt.table(), ageing.files(doubt.table())));
        Receiver unlessLate =
                rows -> {
                    // A row may have left, meanwhile, for a file that was not looked into.
                    if (files.keySet().stream()
                            .anyMatch(table -> ageing.leftFiles(table) > files.get(table))) {
                        fetch(doubts, receiver, onError);
                    } else {
                        receiver.found(rows);
                    }
                };
        world.readerLoop().execute(() -> fetchThere(doubts, unlessLate, onError));
    }

    /** Lets go of the files. */
    void close() {
        world.readerLoop()
                .execute(
                        () -> {
                            try {
                                archive.close();
                            } catch (IOException e) {
                                world.partitionLoop().execute(() -> observer.sealingFailed(e));
                            }
                        });
    }

    private void fetchThere(List<Doubt> doubts, Receiver receiver, Consumer<Throwable> onError) {
        try {
            Map<Doubt, Optional<long[]>> rows = new HashMap<>();
            for (Doubt doubt : doubts) {
                rows.put(doubt, archive.find(doubt.table(), doubt.hash(), doubt.words()));
            }
            world.partitionLoop().execute(() -> receiver.found(rows));
        } catch (IOException | RuntimeException e) {
            world.partitionLoop().execute(() -> onError.accept(e));
        }
    }

    /** On the reader's loop, whose the files are. */
    private void begin(RowsToSeal rows, long since) {
        try {
            SealedWriter writer = archive.writer(rows);
            new SteppedWork(
                            world,
                            writer::step,
                            () -> filesDue - 1,
                            () -> written(writer, since),
                            this::failed)
                    .begin();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void written(SealedWriter writer, long since) {
        Holding holding = writer.holding();
        Filters filters = writer.filters();
        long nanos = world.clock().monotonicNanos() - since;
        world.partitionLoop().execute(() -> written(holding, filters, nanos));
    }

    private void written(Holding holding, Filters filters, long nanos) {
        busy = false;
        ageing.sealed(holding, filters);
        whenMoved.run();
        observer.sealed(holding.count(), holding.lastSequence(), nanos);
        makeIfDue();
    }

    /** The rows stay where they are, and it is tried again some time later. */
    private void failed(Exception why) {
        world.partitionLoop()
                .execute(
                        () -> {
                            busy = false;
                            eventsToWait = 1 + limits.sealed() / 4L;
                            observer.sealingFailed(why);
                        });
    }
}
