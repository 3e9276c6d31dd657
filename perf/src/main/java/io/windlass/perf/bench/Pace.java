package io.windlass.perf.bench;

/**
 * When requests are due.
 *
 * @param perSecond requests a second, 0 for as many as are answered
 */
record Pace(double perSecond) {
    private static final double NANOS_PER_SECOND = 1e9;

    static final Pace MAX = new Pace(0);

    /** What {@code --rate} says: {@code max} or operations a second. */
    static Pace of(String rate, int operationsPerRequest) {
        return rate.equals("max") ? MAX : new Pace(Double.parseDouble(rate) / operationsPerRequest);
    }

    boolean isOpen() {
        return perSecond > 0;
    }

    /** When the request with this number, from 0, is due after the beginning, in nanoseconds. */
    long dueNanos(long number) {
        return (long) (number / perSecond * NANOS_PER_SECOND);
    }
}
