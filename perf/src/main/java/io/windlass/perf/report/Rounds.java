package io.windlass.perf.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The outputs of one step, a round each.
 *
 * @param step what was measured
 * @param outputs its {@code key=value} lines
 */
record Rounds(Step step, List<Map<String, String>> outputs) {
    /** The steps that have outputs in a directory. */
    static List<Rounds> read(Path directory) throws IOException {
        List<Rounds> all = new ArrayList<>();
        for (Step step : Step.ALL) {
            List<Map<String, String>> outputs = new ArrayList<>();
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.sorted().toList()) {
                    if (file.getFileName().toString().matches(step.file() + "-\\d+\\.txt")) {
                        outputs.add(lines(file));
                    }
                }
            }
            outputs.removeIf(output -> !output.containsKey(step.rate()));
            if (!outputs.isEmpty()) {
                all.add(new Rounds(step, outputs));
            }
        }
        return all;
    }

    /** The values of a key, ascending; empty if it was not measured. */
    List<Double> values(String key) {
        return outputs.stream()
                .flatMap(output -> Optional.ofNullable(output.get(key)).stream())
                .map(Double::parseDouble)
                .sorted()
                .toList();
    }

    /** The middle value of a key, of an even number of values the mean of the two in the middle. */
    Optional<Double> median(String key) {
        List<Double> values = values(key);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        double lower = values.get((values.size() - 1) / 2);
        double upper = values.get(values.size() / 2);
        return Optional.of((lower + upper) / 2);
    }

    /** A text of the first round. */
    Optional<String> text(String key) {
        return Optional.ofNullable(outputs.get(0).get(key));
    }

    private static Map<String, String> lines(Path file) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return values;
    }
}
