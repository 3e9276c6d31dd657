package io.windlass.perf.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.util.Locale;

/** The summary at the end, on standard output. */
final class Report {
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /** Prints what a run came to. */
    void print(DemoRun.Result result) {
        Tally posted = result.posted();
        line("accounts", result.accounts());
        result.opened().refusals().forEach((code, count) -> line("  " + code, count));
        line("lines", posted.all());
        line("accepted", posted.count(Verdict.Kind.ACCEPTED));
        line("replayed", posted.count(Verdict.Kind.REPLAYED));
        line("refused", posted.refusals().values().stream().mapToLong(Long::longValue).sum());
        posted.refusals().forEach((code, count) -> line("  " + code, count));
        line("undelivered", posted.count(Verdict.Kind.UNDELIVERED));
        out.printf(Locale.ROOT, "%-26s%.0f lines/s%n", "rate", result.rate());
    }

    /** Prints the answer of {@code /v1/audit/trial-balance}. */
    void print(JsonObject trialBalance) {
        boolean balanced = trialBalance.getBoolean("balanced");
        out.printf("%-26s%s%n", "trial balance", balanced ? "balanced" : "NOT BALANCED");
        for (JsonObject partition : objects(trialBalance.getJsonArray("partitions"))) {
            for (JsonObject sums : objects(partition.getJsonArray("currencies"))) {
                out.printf(
                        "  %-24s%s: sum %s, %d accounts, customers %s%n",
                        "at " + partition.getString("position"),
                        sums.getString("currency"),
                        sums.getString("sum"),
                        sums.getLong("accounts"),
                        sums.getString("posted_customers"));
            }
        }
    }

    private void line(String name, long count) {
        out.printf(Locale.ROOT, "%-26s%d%n", name, count);
    }

    private static Iterable<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
