package io.windlass.server.walls;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** One rule about source files: its name, what to do instead, and how its breaches are found. */
record Style(String name, String instead, Function<List<Source>, Stream<String>> finder) {

    /** A rule that looks at the text of one file by itself. */
    static Style ofText(String name, String instead, Function<Source, Stream<String>> finder) {
        return new Style(name, instead, sources -> sources.stream().flatMap(finder));
    }

    /** Every rule. */
    static List<Style> rules() {
        return Stream.concat(TextStyle.rules().stream(), TreeStyle.rules().stream()).toList();
    }

    /** Every place that breaks this rule, with its cure; empty if there is none. */
    List<String> breaches(List<Source> sources) {
        return finder.apply(sources).map(place -> place + "  instead: " + instead).toList();
    }
}
