package io.windlass.kernel.snapshot;

import io.windlass.kernel.archive.Archive;
import io.windlass.kernel.archive.Holding;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.log.History.Begin;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.table.Cut;
import io.windlass.kernel.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The snapshots of one partition. Used on the reader's loop only. */
public final class Snapshots {
    private static final int KEPT = 2;

    private final int partition;
    private final SnapshotStore files;
    private final LogReader log;
    private final Archive archive;
    private final Set<Long> unusable = new HashSet<>();

    /** Hears of snapshots that could not be used. */
    public interface Warnings {
        /** The snapshot at this sequence is passed over. */
        void unusable(long sequence, Exception why);
    }

    /**
     * What to make a snapshot of.
     *
     * @param cut the rows
     * @param moment the newest event in it
     * @param place where that event's frame stands
     * @param segments the segments up to there
     */
    public record Subject(Cut cut, Moment moment, Place place, List<Begin> segments) {}

    /** The snapshots beside a log, and the files of old rows that they stand on. */
    public Snapshots(Disk disk, LogReader log, Archive archive) {
        this.partition = log.settings().partition();
        this.archive = archive;
        this.files = new SnapshotStore(disk, log.settings());
        this.log = log;
    }

    /**
     * Fills empty tables with the newest valid snapshot.
     *
     * @return what was loaded, or empty if the tables are still empty
     */
    public Optional<Loaded> load(Tables tables, Warnings warnings) throws IOException {
        for (long sequence : files.sequences()) {
            try {
                Manifest manifest = files.manifest(sequence);
                load(manifest, sequence, tables);
                archive.keepOnly(named());
                return Optional.of(Loaded.of(manifest));
            } catch (IOException | RuntimeException e) {
                tables.clear();
                archive.close();
                unusable.add(sequence);
                warnings.unusable(sequence, e);
            }
        }
        return Optional.empty();
    }

    /** Begins a snapshot; nothing is written yet. */
    public SnapshotWriter writer(Subject subject) {
        return new SnapshotWriter(this, files, subject);
    }

    /** The manifest of a snapshot that has no parts yet. */
    Manifest manifest(Subject subject) throws IOException {
        long index = log.header(subject.place()).index();
        Moment moment = subject.moment();
        Manifest.Last last =
                new Manifest.Last(moment.sequence(), index, moment.timeNanos(), subject.place());
        Cut cut = subject.cut();
        return new Manifest(
                partition,
                last,
                cut.digest(),
                new Manifest.Base(subject.segments(), cut.holdings()),
                new ArrayList<>());
    }

    /**
     * The files of what is older than the newest usable ones, and of what was left half written.
     */
    List<String> unwanted() throws IOException {
        Set<Long> kept = new HashSet<>();
        for (long sequence : files.sequences()) {
            if (kept.size() < KEPT && !unusable.contains(sequence)) {
                kept.add(sequence);
            }
        }
        return files.others(kept);
    }

    /** A sequence that has a usable snapshot. */
    boolean has(long sequence) throws IOException {
        return files.sequences().contains(sequence) && !unusable.contains(sequence);
    }

    /**
     * Takes note that one is being made at this sequence: until it is done it counts for nothing,
     * since the name of a manifest that was not put in place without a failure may not last.
     */
    void begun(long sequence) {
        unusable.add(sequence);
    }

    /** Takes note that the snapshot at this sequence is a new one. */
    void written(long sequence) {
        unusable.remove(sequence);
    }

    /** The files that snapshots stand on, also such as cannot be used before they are repaired. */
    private Set<Holding> named() throws IOException {
        Set<Holding> named = new HashSet<>();
        for (long sequence : files.sequences()) {
            try {
                named.addAll(files.manifest(sequence).holdings());
            } catch (IOException | RuntimeException unreadable) {
                // It was warned of already, or is about to be when it is needed.
            }
        }
        return named;
    }

    private void load(Manifest manifest, long sequence, Tables tables) throws IOException {
        manifest.mustBe(partition, sequence);
        archive.open(manifest.holdings());
        tables.ageing().begin(manifest.holdings(), archive::filters);
        Map<String, Integer> rows = new HashMap<>();
        manifest.parts().stream()
                .filter(part -> part.words() > 0)
                .forEach(part -> rows.merge(part.table(), part.count(), Integer::sum));
        rows.forEach(tables::reserve);
        int number = 0;
        for (Manifest.Part part : manifest.parts()) {
            byte[] content = files.part(sequence, number++);
            part.mustBe(content, number - 1);
            tables.load(part.table(), part.words(), content);
        }
        Manifest.require(tables.digest() == manifest.digest(), "its rows have another digest");
    }
}
