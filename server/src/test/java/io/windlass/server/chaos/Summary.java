package io.windlass.server.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The last line of {@code scripts/chaos}. */
final class Summary {
    private Summary() {}

    /** {@code cycles=N lost=0 doubled=0 ...}; times in milliseconds from exec to the ready line. */
    static String of(Chaos chaos) throws IOException {
        List<Long> restarts = chaos.restartMillis().stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "cycles=%d lost=%d doubled=%d wrong=%d answers=%d segments=%d"
                        + " restart_p50_ms=%d restart_p99_ms=%d restart_max_ms=%d",
                restarts.size(),
                count(chaos, Finding.Kind.LOST),
                count(chaos, Finding.Kind.DOUBLED),
                count(chaos, Finding.Kind.WRONG),
                chaos.answers(),
                chaos.segments(),
                percentile(restarts, 0.5),
                percentile(restarts, 0.99),
                percentile(restarts, 1));
    }

    private static long count(Chaos chaos, Finding.Kind kind) {
        return chaos.findings().stream().filter(finding -> finding.kind() == kind).count();
    }

    /** The nearest rank; 0 if nothing was measured. */
    private static long percentile(List<Long> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, rank - 1));
    }
}
