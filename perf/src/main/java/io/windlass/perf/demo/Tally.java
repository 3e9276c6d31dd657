package io.windlass.perf.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts verdicts. Thread-safe. */
final class Tally {
    private final Map<Verdict.Kind, Long> kinds = new EnumMap<>(Verdict.Kind.class);
    private final SortedMap<String, Long> refusals = new TreeMap<>();

    /** Takes a verdict. */
    synchronized void add(Verdict verdict) {
        kinds.merge(verdict.kind(), 1L, Long::sum);
        boolean isRefusal =
                verdict.kind() == Verdict.Kind.REFUSED || verdict.kind() == Verdict.Kind.MALFORMED;
        if (isRefusal) {
            refusals.merge(verdict.code(), 1L, Long::sum);
        }
    }

    /** How many ended like this. */
    synchronized long count(Verdict.Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    /** How many there were. */
    synchronized long all() {
        return kinds.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those that were refused or malformed, by code. */
    synchronized SortedMap<String, Long> refusals() {
        return new TreeMap<>(refusals);
    }
}
