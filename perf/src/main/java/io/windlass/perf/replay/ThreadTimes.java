package io.windlass.perf.replay;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The processor time of every Java thread at one moment, in nanoseconds, by name. */
record ThreadTimes(Map<String, Long> nanos) {
    private static final double MICRO = 1e3;
    private static final double SHOWN_MIN = 0.005;

    static ThreadTimes now() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> nanos = new TreeMap<>();
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null) {
                nanos.merge(
                        info.getThreadName(),
                        threads.getThreadCpuTime(info.getThreadId()),
                        Long::sum);
            }
        }
        return new ThreadTimes(nanos);
    }

    /** What each thread has used since for one of so many operations, in microseconds. */
    String sinceThen(long operations) {
        Map<String, Long> later = now().nanos();
        return later.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), micros(entry, operations)))
                .filter(entry -> entry.getValue() > SHOWN_MIN)
                .map(entry -> String.format(" %s=%.3f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    private double micros(Map.Entry<String, Long> later, long operations) {
        long before = nanos.getOrDefault(later.getKey(), 0L);
        return (later.getValue() - before) / MICRO / operations;
    }
}
