package io.windlass.kernel.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The bytes of a sealed file, which stay readable. {@code -Dgolden=rewrite} writes them anew; a
 * build that needs it has changed the format.
 */
class SealedFormatTest {
    private static final String GOLDEN = "sealed.hex";
    private static final int LINE = 16;

    @Test
    void aSealedFileLooksAsItAlwaysHas() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(() -> 0);
        ArchiveTest.seal(new Archive(disk, "partitions/1"), SampleRows.of(17, 3));
        String path = disk.paths().get(0);
        assertEquals(
                "partitions/1/archive/samples-00000000000000000017-00000000000000000019.sealed",
                path);
        String text = hex(disk.content(path).bytes());
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.writeString(
                    Path.of("src/test/resources/io/windlass/kernel/archive", GOLDEN), text);
        }
        try (InputStream golden = SealedFormatTest.class.getResourceAsStream(GOLDEN)) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.US_ASCII), text);
        }
    }

    /** Lines of offset and bytes, but for those of zeros alone. */
    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < bytes.length; from += LINE) {
            StringBuilder line = new StringBuilder(String.format("%05x:", from));
            int sum = 0;
            for (int i = from; i < from + LINE; i++) {
                line.append(String.format(" %02x", bytes[i]));
                sum |= bytes[i];
            }
            if (sum != 0) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }
}
