package io.windlass.server.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * The changes of the shared tables, which the lowest partition numbers: every other one has to take
 * the same changes under the same numbers, and none before it has committed there.
 */
final class SharedChanges {
    private final List<Fact.Shared> decided = new ArrayList<>();

    /** A partition has committed a change behind so many others. */
    void committed(int partition, long known, Fact.Shared change) {
        Violation.unless(
                change.change() == known + 1,
                "shared: behind change " + known + " partition " + partition + " has " + change);
        if (change.change() > decided.size()) {
            // Each partition begins with the same edition by itself.
            boolean own = partition == 1 || change instanceof Fact.Adopted;
            Violation.unless(own, "shared: not committed in the lowest partition: " + change);
            decided.add(change);
        }
        Violation.unless(
                decided.get((int) known).equals(change),
                "shared: partition " + partition + " has another change: " + change);
    }

    /** How many changes there are. */
    long number() {
        return decided.size();
    }
}
