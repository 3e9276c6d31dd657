package io.windlass.server;

import java.io.PrintStream;

/** Shows how far something has come, as a bar on a terminal. One thread uses it. */
public final class ProgressBar {
    /** Set by the scripts where somebody watches; the JVM itself cannot tell in all versions. */
    private static final String TERMINAL = "windlass.terminal";

    private static final int WIDTH = 40;
    private static final int PERCENT = 100;

    private final PrintStream terminal;
    private final boolean shown;
    private String nameShown = "";
    private long percentShown = -1;

    /**
     * @param shown false where nobody watches: nothing is printed then
     */
    ProgressBar(PrintStream terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    /** A bar that is shown if somebody watches. */
    public static ProgressBar onTerminal(PrintStream terminal) {
        return new ProgressBar(terminal, Boolean.getBoolean(TERMINAL));
    }

    /** Of at least so many so many are done. */
    public void show(String name, long done, long of) {
        long percent = of == 0 ? PERCENT : Math.min(PERCENT, done * PERCENT / of);
        if (!shown || (percent == percentShown && name.equals(nameShown))) {
            return;
        }
        nameShown = name;
        percentShown = percent;
        int full = (int) (percent * WIDTH / PERCENT);
        terminal.print(
                "\r"
                        + name
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
