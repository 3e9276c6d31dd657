package io.windlass.perf.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Shows how far something has come: a bar on a terminal, else a line now and then. */
final class Progress {
    private static final int WIDTH = 30;
    private static final long BAR_MILLIS = 200;
    private static final long LINE_MILLIS = 5_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final String name;
    private final long total;
    private final Tally tally;
    private final PrintStream out;
    private final boolean terminal;
    private final long startNanos = System.nanoTime();

    /**
     * Progress that begins now.
     *
     * @param terminal whether {@code out} is one
     */
    Progress(String name, long total, Tally tally, PrintStream out, boolean terminal) {
        this.name = name;
        this.total = total;
        this.tally = tally;
        this.out = out;
        this.terminal = terminal;
    }

    /** How often to {@link #show}. */
    long periodMillis() {
        return terminal ? BAR_MILLIS : LINE_MILLIS;
    }

    /** Shows how far it has come. */
    void show() {
        out.print(terminal ? "\r" + bar() + text() + "\u001B[K" : name + ": " + text() + "\n");
        out.flush();
    }

    /** Shows the end. */
    void end() {
        show();
        if (terminal) {
            out.println();
        }
    }

    /** So many a second since the beginning. */
    double rate() {
        return tally.all() * NANOS_PER_SECOND / Math.max(1, System.nanoTime() - startNanos);
    }

    private String bar() {
        int full = total == 0 ? WIDTH : (int) Math.min(WIDTH, tally.all() * WIDTH / total);
        return name + " [" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] ";
    }

    private String text() {
        StringBuilder text = new StringBuilder(100);
        text.append(String.format(Locale.ROOT, "%d of %d, %.0f/s", tally.all(), total, rate()));
        tally.refusals()
                .forEach((code, count) -> text.append(", ").append(code).append(' ').append(count));
        return text.toString();
    }
}
