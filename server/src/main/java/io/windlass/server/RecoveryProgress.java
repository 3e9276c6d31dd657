package io.windlass.server;

import java.io.PrintStream;

/** Shows how far the replay of one partition's log has come, as a bar on a terminal. */
final class RecoveryProgress {
    private static final int WIDTH = 40;
    private static final int PERCENT = 100;

    private final int partition;
    private final PrintStream terminal;
    private final boolean shown;
    private long percentShown = -1;

    /**
     * @param shown false where nobody watches: nothing is printed then
     */
    RecoveryProgress(int partition, PrintStream terminal, boolean shown) {
        this.partition = partition;
        this.terminal = terminal;
        this.shown = shown;
    }

    /** So many entries of at least so many have been read. */
    void at(long index, long known) {
        long percent = known == 0 ? PERCENT : Math.min(PERCENT, index * PERCENT / known);
        if (!shown || percent == percentShown) {
            return;
        }
        percentShown = percent;
        int full = (int) (percent * WIDTH / PERCENT);
        terminal.print(
                "\rpartition "
                        + partition
                        + " ["
                        + "#".repeat(full)
                        + ".".repeat(WIDTH - full)
                        + "] "
                        + percent
                        + " %");
        if (percent == PERCENT) {
            terminal.println();
        }
        terminal.flush();
    }
}
