package io.windlass.kernel.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.wire.Hashes;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    private static final String DIRECTORY = "partitions/1";

    private final SimulatedDisk disk = new SimulatedDisk(new Random(1)::nextLong);
    private final Archive archive = new Archive(disk, DIRECTORY);

    @Test
    void everyRowOfAFileIsFoundAndNothingElse() throws IOException {
        int[] counts = {1, 2, 169, 170, 171, 5_000, 510, 511, 512, 1_022, 1_023, 3};
        long first = 1;
        for (int count : counts) {
            seal(archive, SampleRows.of(first, count));
            first += count;
        }
        for (long number = 1; number < first; number++) {
            assertFound(archive, number, Hashes::mix);
        }
        for (long number = first; number < first + 2_000; number++) {
            assertEquals(Optional.empty(), find(archive, number, Hashes::mix));
        }
    }

    /** Whoever chooses ids can choose ones whose hashes are equal, or nearly. */
    @Test
    void rowsAreFoundWhateverTheirHashesAre() throws IOException {
        List<LongUnaryOperator> hashings =
                List.of(
                        number -> 7,
                        number -> -1,
                        number -> number % 3,
                        number -> -number,
                        number -> number << 44,
                        number -> Hashes.mix(number / 700));
        for (LongUnaryOperator hashing : hashings) {
            Archive tricked = new Archive(new SimulatedDisk(() -> 0), DIRECTORY);
            seal(tricked, new SampleRows(1, 1_700, hashing));
            for (long number = 1; number <= 1_700; number++) {
                assertFound(tricked, number, hashing);
            }
            assertEquals(Optional.empty(), find(tricked, 1_701, hashing));
        }
    }

    @Test
    void whatWasNamedIsFoundAgainAfterARestartAndTheRestIsRemoved() throws IOException {
        for (int file = 0; file < 60; file++) {
            seal(archive, SampleRows.of(1 + file * 200L, 200));
        }
        Archive restarted = new Archive(disk, DIRECTORY);
        List<Holding> named =
                IntStream.range(0, 50)
                        .mapToObj(file -> SampleRows.of(1 + file * 200L, 200).holding())
                        .toList();
        restarted.open(named);
        restarted.keepOnly(named);
        assertEquals(50, disk.list(DIRECTORY + "/archive").size());
        assertEquals(3, restarted.filters(SampleRows.TABLE).size(), "of 16, 32 and 64 files");
        for (long number = 1; number <= 10_000; number++) {
            assertFound(restarted, number, Hashes::mix);
        }
        for (long number = 10_001; number <= 12_000; number++) {
            assertEquals(Optional.empty(), find(restarted, number, Hashes::mix));
        }
    }

    @Test
    void eachFlippedByteIsFound() throws IOException {
        SampleRows rows = SampleRows.of(1, 600);
        Holding holding = rows.holding();
        seal(archive, rows);
        String path = disk.paths().get(0);
        SealedFile.verified(disk, path, holding);
        for (long offset = 0; offset < holding.bytes(); offset++) {
            disk.flip(path, offset, 1 << offset % 8);
            long block = offset / Block.BYTES * Block.BYTES;
            DamagedArchiveException damaged =
                    assertThrows(
                            DamagedArchiveException.class,
                            () -> SealedFile.verified(disk, path, holding));
            assertTrue(damaged.getMessage().endsWith("in file " + path + " at offset " + block));
            disk.repair(path);
        }
    }

    @Test
    void aLookupThatMeetsDamageSaysWhere() throws IOException {
        SampleRows rows = SampleRows.of(1, 600);
        seal(archive, rows);
        String path = disk.paths().get(0);
        long offset = Block.offset(rows.holding().firstRows());
        disk.flip(path, offset + 5, 4);
        int found = 0;
        for (long number = 1; number <= 600; number++) {
            try {
                assertFound(archive, number, Hashes::mix);
                found++;
            } catch (DamagedArchiveException damaged) {
                assertTrue(
                        damaged.getMessage().endsWith("in file " + path + " at offset " + offset));
            }
        }
        assertEquals(600 - Block.rows(3), found);
    }

    @Test
    void aFileThatIsTooShortIsFound() throws IOException {
        SampleRows rows = SampleRows.of(1, 600);
        seal(archive, rows);
        String path = disk.paths().get(0);
        byte[] whole = disk.content(path).bytes();
        for (int length = 1; length < whole.length; length += 97) {
            SimulatedDisk other = new SimulatedDisk(() -> 0);
            other.create(path, length).write(0, ByteBuffer.wrap(whole, 0, length));
            assertThrows(
                    DamagedArchiveException.class,
                    () -> SealedFile.verified(other, path, rows.holding()));
            assertThrows(
                    Exception.class,
                    () -> new Archive(other, DIRECTORY).open(List.of(rows.holding())));
        }
    }

    /**
     * At each step the power fails: a file that counts is whole, any other one is seen not to be.
     */
    @Test
    void aFileThatCountsOutlivesAPowerFailure() throws IOException {
        SampleRows rows = SampleRows.of(1, 2_000);
        for (int seed = 0; seed < 40; seed++) {
            int steps = seed % 8;
            SimulatedDisk failing = new SimulatedDisk(new Random(seed)::nextLong);
            SealedWriter writer = new Archive(failing, DIRECTORY).writer(rows);
            boolean more = true;
            for (int step = 0; step < steps && more; step++) {
                more = writer.step();
            }
            failing.crash();
            failing.restart();
            Archive after = new Archive(failing, DIRECTORY);
            if (more) {
                assertThrows(Exception.class, () -> after.open(List.of(rows.holding())));
                seal(after, rows);
            } else {
                after.open(List.of(rows.holding()));
            }
            for (long number = 1; number <= 2_000; number++) {
                assertFound(after, number, Hashes::mix);
            }
        }
    }

    @Test
    void aFileThatFailedIsMadeAgain() throws IOException {
        SampleRows rows = SampleRows.of(1, 100);
        disk.fail(SimulatedDisk.Operation.REPLACE, 1);
        assertThrows(IOException.class, () -> seal(archive, rows));
        disk.full(true);
        assertThrows(IOException.class, () -> seal(archive, rows));
        disk.full(false);
        seal(archive, rows);
        assertFound(archive, 100, Hashes::mix);
    }

    static void seal(Archive archive, RowsToSeal rows) throws IOException {
        SealedWriter writer = archive.writer(rows);
        while (writer.step()) {
            // Each step is a part of the file.
        }
    }

    private static Optional<long[]> find(Archive in, long number, LongUnaryOperator hashing)
            throws IOException {
        return in.find(SampleRows.TABLE, hashing.applyAsLong(number), SampleRows.key(number));
    }

    private static void assertFound(Archive in, long number, LongUnaryOperator hashing)
            throws IOException {
        long[] row = find(in, number, hashing).orElseThrow();
        assertArrayEquals(new long[] {number, ~number, SampleRows.value(number)}, row);
    }
}
