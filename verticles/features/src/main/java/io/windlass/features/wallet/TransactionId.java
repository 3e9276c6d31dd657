package io.windlass.features.wallet;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A client's name for a command: 128 bits, and the text they stand for unless that is a UUID.
 *
 * @param value a UUID (RFC 9562) by value, else the first 128 bits of SHA-256 of the text
 * @param text empty for a UUID
 */
record TransactionId(Id128 value, String text) {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    private static final long MILLIS_AHEAD_MAX = 24 * 60 * 60 * 1_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;

    static TransactionId of(String words) {
        if (words.length() == 36 && UUID_FORM.matcher(words).matches()) {
            String hex = words.replace("-", "");
            return new TransactionId(
                    new Id128(
                            Long.parseUnsignedLong(hex, 0, 16, 16),
                            Long.parseUnsignedLong(hex, 16, 32, 16)),
                    "");
        }
        return new TransactionId(Hashes.sha256Of128(words.getBytes(StandardCharsets.UTF_8)), words);
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
