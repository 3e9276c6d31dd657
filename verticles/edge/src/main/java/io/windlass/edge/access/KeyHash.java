package io.windlass.edge.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 of a key's id and secret (FIPS 180-4). Immutable, compared in constant time. */
public final class KeyHash {
    private static final int BYTES = 32;

    private final byte[] bytes;

    /** A hash that is known; throws {@link IllegalArgumentException} unless it has 32 bytes. */
    KeyHash(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    /** The hash of {@code id_secret}. */
    static KeyHash of(String idAndSecret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return new KeyHash(digest.digest(idAndSecret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** 64 hexadecimal digits. */
    String text() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Takes as long for the first wrong byte as for the last one. */
    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says nothing: what is not shown cannot end up in a log. */
    @Override
    public String toString() {
        return "(hash)";
    }
}
