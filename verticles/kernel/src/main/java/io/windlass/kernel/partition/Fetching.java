package io.windlass.kernel.partition;

import io.windlass.kernel.table.Doubt;
import io.windlass.kernel.table.Naming;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sees to it that the old rows which a group of commands asks for are there before the first of
 * them is decided.
 *
 * <pre>
 *   begin -> names are given -> isReady? --yes--> decided
 *     ^                            no: waiting --the rows are there--+
 *     +--------------------------------------------------------------+
 * </pre>
 *
 * <p>Rows leave memory only where a group begins anew, when no names are in use.
 */
final class Fetching {
    /** Of each group: twice as many as its commands may add. */
    private static final int LEAVING = 64;

    private final Naming naming;
    private final Archivist archivist;
    private final Runnable onReady;
    private final Consumer<Throwable> onError;
    private boolean waiting;
    private boolean fetched;

    /**
     * @param naming of the decided rows
     * @param onReady called when what was waited for is there
     */
    Fetching(Naming naming, Archivist archivist, Runnable onReady, Consumer<Throwable> onError) {
        this.naming = naming;
        this.archivist = archivist;
        this.onReady = onReady;
        this.onError = onError;
    }

    /** Whether rows are on their way: nothing is decided meanwhile. */
    boolean isWaiting() {
        return waiting;
    }

    /** A group begins to name its keys; after a wait it is the one that waited. */
    void begin() {
        if (fetched) {
            fetched = false;
            naming.begin();
        } else {
            naming.clear();
            archivist.leave(LEAVING);
        }
    }

    /** Whether all rows that were named can be asked for; if not, they are fetched. */
    boolean isReady() {
        List<Doubt> doubts = naming.doubts();
        if (doubts.isEmpty()) {
            return true;
        }
        waiting = true;
        archivist.fetch(
                doubts,
                rows -> {
                    waiting = false;
                    fetched = true;
                    rows.forEach(naming::answer);
                    onReady.run();
                },
                onError);
        return false;
    }

    /** Lets rows leave that nobody asks for: somebody else decided this frame. */
    void leave(int events) {
        if (!waiting) {
            fetched = false;
            archivist.leave(events * 2 + LEAVING);
        }
    }
}
