package io.windlass.kernel.table;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Chunks whose rows have left memory, to be used again: made anew at a million rows a second they
 * would be moved by every collection.
 *
 * <p>A frozen table may still show such a chunk to a worker. It is used again when every frozen
 * table that was made before it came here was released, or was lost and is not reachable any more.
 */
final class SpareChunks {
    private final ArrayDeque<Frozen> frozen = new ArrayDeque<>();
    private final ArrayDeque<Spare> spares = new ArrayDeque<>();
    private long made;
    private long gone;

    /** A chunk, and how many tables had been frozen when it came. */
    private record Spare(long[] chunk, long frozenBefore) {}

    /**
     * A frozen table as long as it may be read. It is never asked for: what is asked for while the
     * collector marks stays for one more time.
     */
    private record Frozen(WeakReference<FrozenTable> table, FrozenUse use) {
        boolean isGone() {
            return use.isOver() || table.refersTo(null);
        }
    }

    /** Takes note of a frozen table, which may show any chunk that is in use. */
    void shared(FrozenTable table) {
        forgetWhatIsGone();
        frozen.add(new Frozen(new WeakReference<>(table), table.use()));
        made++;
    }

    /** Keeps a chunk, but not more of them than half as many as are in use. */
    void add(long[] chunk, long inUse) {
        if (spares.size() < inUse / 2) {
            spares.add(new Spare(chunk, made));
        }
    }

    /** A chunk that nobody sees, with old rows in it. */
    Optional<long[]> take() {
        forgetWhatIsGone();
        return !spares.isEmpty() && spares.element().frozenBefore <= gone
                ? Optional.of(spares.remove().chunk)
                : Optional.empty();
    }

    int count() {
        return spares.size();
    }

    private void forgetWhatIsGone() {
        while (!frozen.isEmpty() && frozen.element().isGone()) {
            frozen.remove();
            gone++;
        }
    }
}
