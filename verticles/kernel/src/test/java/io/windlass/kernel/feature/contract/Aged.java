package io.windlass.kernel.feature.contract;

import io.windlass.kernel.archive.Archive;
import io.windlass.kernel.archive.RowsToSeal;
import io.windlass.kernel.archive.SealedWriter;
import io.windlass.kernel.simulation.SimulatedDisk;
import io.windlass.kernel.table.Ageing;
import io.windlass.kernel.table.Doubt;
import io.windlass.kernel.table.Naming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Lets nearly all rows of ageing tables leave memory, and fetches those that are named. */
final class Aged {
    private static final int NEWEST = 2;
    private static final int IN_FILE = 3;

    private final Ageing ageing;
    private final Archive archive = new Archive(new SimulatedDisk(() -> 0), "partitions/1");

    Aged(Ageing ageing) {
        this.ageing = ageing;
    }

    /** Makes the files that are due; nothing that was named before holds then. */
    void age() {
        ageing.mark(IN_FILE);
        try {
            Optional<RowsToSeal> due = ageing.due();
            while (due.isPresent()) {
                SealedWriter writer = archive.writer(due.get());
                while (writer.step()) {
                    // Each step is a part of the file.
                }
                ageing.sealed(writer.holding(), writer.filters());
                due = ageing.due();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ageing.leave(NEWEST, Integer.MAX_VALUE);
    }

    /** How many files there are. */
    int files() {
        return ageing.holdings().size();
    }

    /** Fetches what is named by an action. */
    void fetch(Naming naming, Runnable names) {
        naming.clear();
        names.run();
        for (Doubt doubt : naming.doubts()) {
            try {
                naming.answer(doubt, archive.find(doubt.table(), doubt.hash(), doubt.words()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
