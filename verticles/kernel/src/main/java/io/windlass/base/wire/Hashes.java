package io.windlass.base.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/** The hashes whose results are stored or sent, and therefore never change. */
public final class Hashes {
    private static final MessageDigest SHA256 = newSha256();

    private Hashes() {}

    /** The first 128 bits of SHA-256 (FIPS 180-4), read big-endian. */
    public static Id128 sha256Of128(byte[]... parts) {
        MessageDigest digest = sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        ByteBuffer result = ByteBuffer.wrap(digest.digest());
        return new Id128(result.getLong(), result.getLong());
    }

    /** The first 128 bits of SHA-256 of a tenant (4 bytes, big-endian) and a text in UTF-8. */
    public static Id128 ofTenantText(int tenant, String text) {
        byte[] scope = ByteBuffer.allocate(4).putInt(tenant).array();
        return sha256Of128(scope, text.getBytes(StandardCharsets.UTF_8));
    }

    /** CRC32C (RFC 3720, appendix B.4) of a range. */
    public static int crc32c(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    /** A 64-bit hash of a range: FNV-1a over 8-byte words, finished like {@link #mix}. */
    public static long hash64(byte[] bytes, int offset, int length) {
        long hash = 0xcbf29ce484222325L ^ length;
        ByteBuffer words = ByteBuffer.wrap(bytes, offset, length);
        while (words.remaining() >= 8) {
            hash = mix(hash ^ words.getLong());
        }
        while (words.hasRemaining()) {
            hash = (hash ^ (words.get() & 0xFF)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /**
     * The 64-bit finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit reaches every bit.
     */
    public static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** A copy of a fresh digest costs a fraction of looking its algorithm up. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
