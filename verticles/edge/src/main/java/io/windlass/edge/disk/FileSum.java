package io.windlass.edge.disk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Size, CRC32C (RFC 3720, appendix B.4) and SHA-256 (FIPS 180-4) of bytes as they come. */
public final class FileSum {
    private final CRC32C crc = new CRC32C();
    private final MessageDigest sha256;
    private long bytes;

    /** The sum of nothing. */
    public FileSum() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * A sum.
     *
     * @param bytes how many
     * @param crc32c as eight hexadecimal digits
     * @param sha256 as 64 hexadecimal digits
     */
    public record Value(long bytes, String crc32c, String sha256) {}

    /** Takes all remaining bytes in. */
    public void add(ByteBuffer content) {
        bytes += content.remaining();
        crc.update(content.duplicate());
        sha256.update(content);
    }

    /** The sum so far; more may come. */
    public Value value() {
        try {
            MessageDigest sofar = (MessageDigest) sha256.clone();
            HexFormat hex = HexFormat.of();
            return new Value(
                    bytes, hex.toHexDigits((int) crc.getValue()), hex.formatHex(sofar.digest()));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be copied", e);
        }
    }
}
