package io.windlass.edge.access;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A whole key, as only its owner has it.
 *
 * @param id names it
 * @param secret 64 hexadecimal digits
 */
public record KeySecret(String id, String secret) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

    /** What a leak scanner can look for. */
    private static final String PREFIX = "windlass_";

    private static final int ID_BYTES = 8;
    private static final int SECRET_BYTES = 32;
    private static final int ID_END = PREFIX.length() + 2 * ID_BYTES;
    private static final int LENGTH = ID_END + 1 + 2 * SECRET_BYTES;

    /** A new key. */
    public static KeySecret draw(RandomGenerator random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return new KeySecret(HexFormat.of().formatHex(id), HexFormat.of().formatHex(secret));
    }

    /** Takes {@code windlass_<id>_<secret>} apart; empty if the text has another form. */
    static Optional<KeySecret> read(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX) || text.charAt(ID_END) != '_') {
            return Optional.empty();
        }
        String id = text.substring(PREFIX.length(), ID_END);
        return Optional.of(new KeySecret(id, text.substring(ID_END + 1)));
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** What a client sends behind {@code Bearer}. */
    public String text() {
        return PREFIX + id + "_" + secret;
    }

    /** What the settings hold of it; tenant and scopes as there. Empty if they are no such. */
    public Optional<ApiKey> key(String tenant, String scopes) {
        return ApiKey.read(String.join(":", id, tenant, scopes, hash().text()));
    }

    KeyHash hash() {
        return KeyHash.of(id + "_" + secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return PREFIX + id;
    }
}
