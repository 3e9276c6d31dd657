package io.windlass.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.edge.disk.FileSum;
import io.windlass.edge.disk.NewDirectory.Written;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manifest of a backup is read as it was written, or not at all. */
class ManifestTest {
    private static final Manifest MANIFEST =
            new Manifest(
                    "2026-11-22T08:30:00.123456789Z",
                    "1:900,2:874",
                    List.of(
                            new Written("groups", sumOf("money=2\n")),
                            new Written("partitions/1/replica", sumOf("abc"))));

    @Test
    void itIsReadAsItWasWritten() throws Refusal {
        assertEquals(MANIFEST, Manifest.decode(MANIFEST.encode()));
        assertEquals(11, MANIFEST.bytes());
    }

    @Test
    void theSumsAreTheOnesOfTheStandards() {
        FileSum.Value sum = sumOf("123456789");
        // The check values of RFC 3720 (CRC32C) and of sha256sum.
        assertEquals("e3069283", sum.crc32c());
        assertEquals(
                "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225", sum.sha256());
    }

    @Test
    void aChangeAnywhereIsSeen() {
        byte[] content = MANIFEST.encode();
        for (int at = 0; at < content.length - 1; at++) {
            byte[] changed = content.clone();
            changed[at] ^= 1;
            Refusal refused = assertThrows(Refusal.class, () -> Manifest.decode(changed));
            assertEquals(Refusal.Code.DAMAGED, refused.code(), "at " + at);
        }
    }

    @Test
    void aCutAnywhereIsSeen() {
        String text = new String(MANIFEST.encode(), StandardCharsets.US_ASCII);
        for (int length = 0; length < text.length() - 1; length++) {
            byte[] cut = text.substring(0, length).getBytes(StandardCharsets.US_ASCII);
            assertThrows(Refusal.class, () -> Manifest.decode(cut), "cut at " + length);
        }
    }

    @Test
    void aLaterFormatIsNamedSo() {
        byte[] later = "windlass-backup 2\nend 00000000\n".getBytes(StandardCharsets.US_ASCII);
        Refusal refused = assertThrows(Refusal.class, () -> Manifest.decode(later));
        assertTrue(refused.getMessage().contains("format is unknown"), refused.getMessage());
    }

    private static FileSum.Value sumOf(String content) {
        FileSum sum = new FileSum();
        sum.add(ByteBuffer.wrap(content.getBytes(StandardCharsets.US_ASCII)));
        return sum.value();
    }
}
