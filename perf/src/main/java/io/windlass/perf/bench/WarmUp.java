package io.windlass.perf.bench;

import java.util.concurrent.TimeUnit;

/** The load before a measured one: for some seconds, and until so many were accepted. */
final class WarmUp {
    private static final int SLICE_SECONDS = 5;
    private static final long SLICE_NANOS = TimeUnit.SECONDS.toNanos(SLICE_SECONDS);

    private WarmUp() {}

    /**
     * Runs it to its end; blocks.
     *
     * @return how many were accepted: at least as many as wanted, and less than a slice of 5 s more
     * @throws BenchException if a slice accepts nothing: then more of them would not either
     */
    static long run(Course course, Pace pace, LoadOptions options) {
        long accepted = course.run(pace, TimeUnit.SECONDS.toNanos(options.warmup)).accepted();
        while (accepted < options.seen) {
            long more = course.run(pace, SLICE_NANOS).accepted();
            if (more == 0) {
                throw new BenchException("the node accepts no more after " + accepted);
            }
            accepted += more;
            System.err.println(accepted + " of " + options.seen + " were accepted before");
        }
        return accepted;
    }
}
