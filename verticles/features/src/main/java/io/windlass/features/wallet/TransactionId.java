package io.windlass.features.wallet;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A client's name for a command: 128 bits, and the text they stand for unless that is a UUID.
 *
 * @param value a UUID (RFC 9562) by value, else the first 128 bits of SHA-256 of the text
 * @param text empty for a UUID
 */
record TransactionId(Id128 value, String text) {
    private static final int UUID_CHARS = 36;
    private static final long MILLIS_AHEAD_MAX = 24 * 60 * 60 * 1_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;

    static TransactionId of(CharSequence words) {
        if (isUuidForm(words)) {
            return of(new Id128(hex(words, 0, 18), hex(words, 19, UUID_CHARS)));
        }
        String text = words.toString();
        return new TransactionId(Hashes.sha256Of128(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    /** An id by value, as in a packed command. */
    static TransactionId of(Id128 value) {
        return new TransactionId(value, "");
    }

    /** 8-4-4-4-12 digits of base 16. */
    private static boolean isUuidForm(CharSequence words) {
        boolean isUuid = words.length() == UUID_CHARS;
        for (int i = 0; i < words.length() && isUuid; i++) {
            boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
            isUuid = isHyphen ? words.charAt(i) == '-' : digit(words.charAt(i)) >= 0;
        }
        return isUuid;
    }

    /** The 64 bits of the digits in a range, hyphens skipped. */
    private static long hex(CharSequence words, int from, int to) {
        long bits = 0;
        for (int i = from; i < to; i++) {
            if (words.charAt(i) != '-') {
                bits = bits << 4 | digit(words.charAt(i));
            }
        }
        return bits;
    }

    /** The value of an ASCII digit of base 16, or -1. */
    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /** As clients read it: the text they sent, a UUID in lower case. */
    String words() {
        return isUuid() ? new UUID(value.high(), value.low()).toString() : text;
    }

    boolean isUuid() {
        return text.isEmpty();
    }

    /** Whether it is a UUID of version 7 whose time lies more than a day ahead. */
    boolean isInFuture(long nowNanos) {
        boolean timed = isUuid() && (value.high() >>> 12 & 0xF) == 7 && value.low() >>> 62 == 2;
        return timed && value.high() >>> 16 > nowNanos / NANOS_PER_MILLI + MILLIS_AHEAD_MAX;
    }

    void writeText(Sink sink) {
        if (!isUuid()) {
            sink.text(text);
        }
    }

    static TransactionId read(Id128 value, boolean hasText, Source source) {
        return new TransactionId(value, hasText ? source.text() : "");
    }
}
