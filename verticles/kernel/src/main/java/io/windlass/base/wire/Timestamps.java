package io.windlass.base.wire;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as text: RFC 3339 in UTC with nine digits after the second. */
public final class Timestamps {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** The last one made: all answers of a frame have the same time. */
    private static volatile Text newest = make(0);

    private record Text(long epochNanos, String text) {}

    private Timestamps() {}

    /** Text of a time in nanoseconds since 1970-01-01T00:00:00Z, which is not negative. */
    public static String format(long epochNanos) {
        Text known = newest;
        if (known.epochNanos != epochNanos) {
            known = make(epochNanos);
            newest = known;
        }
        return known.text;
    }

    private static Text make(long epochNanos) {
        long second = Math.floorDiv(epochNanos, NANOS_PER_SECOND);
        int nano = (int) Math.floorMod(epochNanos, NANOS_PER_SECOND);
        LocalDateTime at = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(30);
        digits(text, at.getYear(), 4).append('-');
        digits(text, at.getMonthValue(), 2).append('-');
        digits(text, at.getDayOfMonth(), 2).append('T');
        digits(text, at.getHour(), 2).append(':');
        digits(text, at.getMinute(), 2).append(':');
        digits(text, at.getSecond(), 2).append('.');
        return new Text(epochNanos, digits(text, nano, 9).append('Z').toString());
    }

    private static StringBuilder digits(StringBuilder text, int value, int width) {
        int unit = 1;
        for (int i = 1; i < width; i++) {
            unit *= 10;
        }
        for (int rest = value; unit > 0; unit /= 10) {
            text.append((char) ('0' + rest / unit));
            rest %= unit;
        }
        return text;
    }
}
