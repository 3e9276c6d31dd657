package io.windlass.perf.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts a file names, each with the currency it is first used with.
 *
 * @param currencies by id, in order of appearance
 * @param externals which of them may go below zero
 * @param lines how many lines the file has
 */
record Accounts(Map<String, String> currencies, Set<String> externals, long lines) {

    /** Reads a whole file. */
    static Accounts of(Path file, Set<String> externals) throws IOException {
        Map<String, String> currencies = new LinkedHashMap<>();
        long lines = 0;
        try (CsvFile csv = new CsvFile(file)) {
            for (Optional<Line> line = csv.next(); line.isPresent(); line = csv.next()) {
                lines++;
                if (line.get() instanceof Line.Transfer transfer) {
                    currencies.putIfAbsent(transfer.from(), transfer.currency());
                    currencies.putIfAbsent(transfer.to(), transfer.currency());
                }
            }
        }
        Set<String> outside =
                externals.isEmpty() && !currencies.isEmpty()
                        ? Set.of(currencies.keySet().iterator().next())
                        : externals;
        return new Accounts(currencies, outside, lines);
    }

    boolean isExternal(String account) {
        return externals.contains(account);
    }

    /** The body that opens an account. */
    JsonObject opening(String account) {
        JsonObject body =
                new JsonObject()
                        .put("currency", currencies.get(account))
                        .put("kind", isExternal(account) ? "external" : "customer");
        return account.contains(":") ? body.put("affinity", true) : body;
    }
}
