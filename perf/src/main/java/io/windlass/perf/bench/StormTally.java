package io.windlass.perf.bench;

/**
 * What became of the attempts of a storm. Used on the generator's loop; read when it is over.
 *
 * <pre>
 *   offered = unsent + sent;  sent = good + late + refused + lost + odd + still unanswered
 * </pre>
 */
final class StormTally {
    long offered;
    long unsent;
    long good;
    long late;
    long refused;
    long lost;
    long odd;
    long retried;

    /** Notes a transfer that was made. */
    void answered(boolean isLate) {
        if (isLate) {
            late++;
        } else {
            good++;
        }
    }

    /** Adds all counts, each key with a prefix, and how much of the peak was good. */
    void addTo(Figures figures, String prefix, double peakPerSecond, int seconds) {
        figures.number("goodput_" + prefix + "_share", good / peakPerSecond / seconds)
                .number(prefix + "_offered", offered)
                .number(prefix + "_unsent", unsent)
                .number(prefix + "_good", good)
                .number(prefix + "_late", late)
                .number(prefix + "_refused", refused)
                .number(prefix + "_lost", lost)
                .number(prefix + "_other", odd)
                .number(prefix + "_retried", retried);
    }
}
