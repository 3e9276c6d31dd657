package io.windlass.kernel.partition;

import io.windlass.kernel.archive.Archive;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.port.Consensus;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.port.World;
import io.windlass.kernel.snapshot.Loaded;
import io.windlass.kernel.snapshot.Snapshots;
import io.windlass.kernel.table.Tables;
import java.util.Optional;
import java.util.function.Consumer;

/** What a partition does beside deciding: snapshots, files of old rows, minding its room. */
final class Upkeep {
    private final Tables tables;
    private final PartitionObserver observer;
    private final Room room;
    private final Archivist archivist;
    private final SnapshotSchedule schedule;

    Upkeep(
            World world,
            Limits.State limits,
            LogReader reader,
            Tables tables,
            PartitionObserver observer) {
        this.tables = tables;
        this.observer = observer;
        this.room = new Room(limits);
        Archive archive = new Archive(world.disk(), reader.settings().directory());
        this.archivist = new Archivist(world, limits.ids(), archive, tables.ageing(), observer);
        this.schedule =
                new SnapshotSchedule(
                        world, limits, new Snapshots(world.disk(), reader, archive), observer);
    }

    Room room() {
        return room;
    }

    Archivist archivist() {
        return archivist;
    }

    /** Fills the empty tables from the newest valid snapshot. */
    void restore(Consumer<Optional<Loaded>> then, Consumer<Throwable> onError) {
        schedule.restore(tables, then, onError);
    }

    /** Takes note of a frame that has committed. */
    void committed(Consensus.Proposal frame) {
        schedule.committed(frame);
        archivist.committed(frame.count());
        measure();
    }

    /** Takes note of the memory that committed rows hold. */
    void measure() {
        room.measure(tables, observer);
    }

    /**
     * Makes a snapshot if it is time.
     *
     * @param committed the newest event
     * @param newest where its frame stands
     * @param lookup knows the segments up to there
     */
    void makeSnapshotIfDue(Moment committed, Place newest, EventLookup lookup) {
        schedule.makeIfDue(
                () -> new Snapshots.Subject(tables.cut(), committed, newest, lookup.segments()));
    }

    /** The disk has space for further frames, or has none. */
    void onDisk(boolean enough) {
        room.onDisk(enough);
        observer.room(enough);
    }
}
