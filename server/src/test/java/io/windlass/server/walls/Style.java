package io.windlass.server.walls;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One rule about a source file: its name, what to do instead, and how its breaches are found. */
record Style(String name, String instead, Function<Source, Stream<String>> finder) {

    /** Every rule that looks at one file by itself. */
    static List<Style> rules() {
        return Stream.concat(TextStyle.rules().stream(), TreeStyle.rules().stream()).toList();
    }

    /** Every place that breaks this rule, with its cure; empty if there is none. */
    List<String> breaches(Source source) {
        return finder.apply(source).map(place -> place + "  instead: " + instead).toList();
    }
}
