package io.windlass.edge.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageChannelTest {
    private static final int BYTES = 3_000_001;

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void aFileHoldsWhatWasWrittenByEitherWay(boolean past, boolean zerosKnown) throws IOException {
        for (long seed = 1; seed <= 25; seed++) {
            Random random = new Random(seed);
            Path path = directory.resolve(past + "-" + zerosKnown + seed);
            byte[] model = new byte[BYTES];
            Files.write(path, model);
            try (PageChannel channel = open(path, past);
                    MappedView view = new MappedView(path, BYTES)) {
                if (zerosKnown) {
                    channel.holdsZeros();
                }
                int at = 0;
                while (at < BYTES) {
                    at += write(channel, model, at, random);
                    if (random.nextInt(4) == 0 && at < BYTES) {
                        write(channel, model, before(at, random), random);
                    }
                    int from = random.nextInt(BYTES - 100);
                    ByteBuffer seen = ByteBuffer.allocateDirect(100);
                    view.copy(from, seen, 100);
                    assertEquals(ByteBuffer.wrap(model, from, 100), seen.flip(), "seed " + seed);
                }
                channel.force(false);
            }
            assertArrayEquals(model, Files.readAllBytes(path), "seed " + seed);
        }
    }

    /** Anywhere, where a page begins, or near the end: the last page is kept in memory. */
    private static int before(int end, Random random) {
        int anywhere = random.nextInt(end);
        return switch (random.nextInt(3)) {
            case 0 -> anywhere;
            case 1 -> anywhere - anywhere % WholePages.BYTES;
            default -> Math.max(0, end - 1 - random.nextInt(WholePages.BYTES));
        };
    }

    /** Writes mostly little and sometimes much; returns how much. */
    private static int write(PageChannel channel, byte[] model, int at, Random random)
            throws IOException {
        int count = Math.min(1 + random.nextInt(1 << (10 + random.nextInt(12))), BYTES - at);
        byte[] content = new byte[count];
        random.nextBytes(content);
        channel.write(ByteBuffer.wrap(content), at);
        System.arraycopy(content, 0, model, at, count);
        return count;
    }

    private PageChannel open(Path path, boolean past) throws IOException {
        return new PageChannels(past && PageChannels.in(directory).direct())
                .open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
