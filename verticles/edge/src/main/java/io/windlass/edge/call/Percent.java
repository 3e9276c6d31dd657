package io.windlass.edge.call;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of paths and queries (RFC 3986, section 2.1), UTF-8 and strict. */
public final class Percent {
    private static final int HEX = 16;

    private Percent() {}

    /** The decoded text; empty if an escape is incomplete or the bytes are not UTF-8. */
    public static Optional<String> decode(String text) {
        return text.indexOf('%') < 0 && isAscii(text) ? Optional.of(text) : decodeBytes(text, '+');
    }

    /** Like {@link #decode}, and {@code +} is a space, as HTML forms and most clients write it. */
    public static Optional<String> decodeQuery(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 && isAscii(text)
                ? Optional.of(text)
                : decodeBytes(text, ' ');
    }

    /** Whether the text is ASCII: a request line holds nothing else (RFC 3986, section 2). */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decodeBytes(String text, char plus) {
        byte[] bytes = new byte[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? digit(text, i + 1) : -1;
                int low = high < 0 ? -1 : digit(text, i + 2);
                if (low < 0) {
                    return Optional.empty();
                }
                bytes[count++] = (byte) (high * HEX + low);
                i += 2;
            } else if (c >= 0x80) {
                return Optional.empty();
            } else {
                bytes[count++] = (byte) (c == '+' ? plus : c);
            }
        }
        return utf8(ByteBuffer.wrap(bytes, 0, count));
    }

    private static int digit(String text, int at) {
        char c = text.charAt(at);
        return c < 0x80 ? Character.digit(c, HEX) : -1;
    }

    private static Optional<String> utf8(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
