package io.windlass.kernel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys of ageing tables that one reader of tables has named and will ask for: what of them has
 * to be fetched from files, and the place to put it.
 */
public final class Naming {
    private final List<AgeingRows<?>> tables;

    Naming(List<AgeingRows<?>> tables) {
        this.tables = tables;
    }

    /** Forgets the names; what was fetched stays. */
    public void begin() {
        tables.forEach(AgeingRows::clearNames);
    }

    /** The named keys of which only files can say whether there are rows. */
    public List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        tables.forEach(table -> table.addDoubts(doubts));
        return doubts;
    }

    /** Puts what the files have beside the rows: a row's words, or empty if there is none. */
    public void answer(Doubt doubt, Optional<long[]> row) {
        for (AgeingRows<?> table : tables) {
            if (table.name().equals(doubt.table())) {
                table.answer(doubt.key(), row);
            }
        }
    }

    /** Forgets names and what was fetched: rows leave, or somebody else asks. */
    public void clear() {
        begin();
        tables.forEach(AgeingRows::clearFetched);
    }
}
