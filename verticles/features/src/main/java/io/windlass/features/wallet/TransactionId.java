package io.windlass.features.wallet;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * A client's name for a command: 128 bits, and the text they stand for unless that is a UUID.
 *
 * @param value a UUID (RFC 9562) by value, else the first 128 bits of SHA-256 of the text
 * @param text empty for a UUID
 */
record TransactionId(Id128 value, String text) {
    private static final int UUID_CHARS = 36;
    private static final int MIDDLE = 18;
    private static final byte[] DIGITS = digits();
    private static final long MILLIS_AHEAD_MAX = 24 * 60 * 60 * 1_000L;
    private static final long NANOS_PER_MILLI = 1_000_000;

    static TransactionId of(CharSequence words) {
        Optional<TransactionId> uuid = ofUuid(words);
        if (uuid.isPresent()) {
            return uuid.get();
        }
        String text = words.toString();
        return new TransactionId(Hashes.sha256Of128(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    /** The id, if it is a UUID: 8-4-4-4-12 digits of base 16. */
    static Optional<TransactionId> ofUuid(CharSequence words) {
        if (words.length() != UUID_CHARS) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        int wrong = 0;
        for (int i = 0; i < UUID_CHARS; i++) {
            char c = words.charAt(i);
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                wrong |= c ^ '-';
            } else {
                int digit = c < DIGITS.length ? DIGITS[c] : -1;
                wrong |= digit >> 4;
                high = i < MIDDLE ? high << 4 | digit : high;
                low = i < MIDDLE ? low : low << 4 | digit;
            }
        }
        return wrong == 0 ? Optional.of(of(new Id128(high, low))) : Optional.empty();
    }

    /** An id by value, as in a packed command. */
    static TransactionId of(Id128 value) {
        return new TransactionId(value, "");
    }

    /** The values of the ASCII digits of base 16, -1 elsewhere. */
    private static byte[] digits() {
        byte[] digits = new byte[0x80];
        for (char c = 0; c < digits.length; c++) {
            digits[c] = (byte) Character.digit(c, 16);
        }
        return digits;
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
