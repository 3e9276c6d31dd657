package io.windlass.kernel.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that are part of the stored format, as lines of hexadecimal text beside this package.
 * {@code -Dgolden=rewrite} writes them anew; a build that needs it has changed the format.
 */
final class Golden {
    private static final int BYTES_PER_LINE = 16;

    private Golden() {}

    static void check(String name, byte[] bytes) throws IOException {
        String text = hex(bytes);
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.writeString(Path.of("src/test/resources/io/windlass/kernel/log", name), text);
        }
        try (InputStream golden = Golden.class.getResourceAsStream(name)) {
            String expected =
                    golden == null
                            ? "the golden file is missing"
                            : new String(golden.readAllBytes(), StandardCharsets.US_ASCII);
            assertEquals(expected, text, name);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            boolean endsLine = i % BYTES_PER_LINE == BYTES_PER_LINE - 1 || i == bytes.length - 1;
            text.append(String.format("%02x", bytes[i])).append(endsLine ? '\n' : ' ');
        }
        return text.toString();
    }
}
