package io.windlass.kernel.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskContract;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.simulation.SimulatedDisk.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SimulatedDiskTest extends DiskContract {
    private static final int SEEDS = 200;

    private final SimulatedDisk disk = disk(1);

    private static SimulatedDisk disk(long seed) {
        return new SimulatedDisk(new SplittableRandom(seed)::nextLong);
    }

    @Override
    protected Disk disk() {
        return disk;
    }

    /** What one seed shows. */
    @FunctionalInterface
    private interface Story {
        String tell(SimulatedDisk disk) throws IOException;
    }

    private static Set<String> told(Story story) throws IOException {
        Set<String> outcomes = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            outcomes.add(story.tell(disk(seed)));
        }
        return outcomes;
    }

    private static void write(DiskFile file, long offset, String text) throws IOException {
        file.write(offset, ByteBuffer.wrap(bytes(text)));
    }

    private static String firstBytesOfSectors(SimulatedDisk disk, int count) throws IOException {
        StringBuilder text = new StringBuilder();
        try (DiskFile file = disk.open("f")) {
            for (int sector = 0; sector < count; sector++) {
                byte first = read(file, (long) sector * Sectors.BYTES, 1)[0];
                text.append(first == 0 ? '.' : (char) first);
            }
        }
        return text.toString();
    }

    @Test
    void aCrashKeepsAnySubsetOfUnsyncedSectors() throws IOException {
        Story story =
                disk -> {
                    DiskFile file = disk.create("f", 4096);
                    write(file, 0, "x".repeat(3 * Sectors.BYTES));
                    disk.crash();
                    disk.restart();
                    return firstBytesOfSectors(disk, 3);
                };
        assertEquals(Set.of("...", "..x", ".x.", ".xx", "x..", "x.x", "xx.", "xxx"), told(story));
    }

    @Test
    void aCrashKeepsAnyVersionOfASectorSinceTheLastSync() throws IOException {
        Story story =
                disk -> {
                    DiskFile file = disk.create("f", 4096);
                    write(file, 0, "a");
                    file.sync();
                    write(file, 0, "b");
                    write(file, 0, "c");
                    disk.crash();
                    disk.restart();
                    return firstBytesOfSectors(disk, 1);
                };
        assertEquals(Set.of("a", "b", "c"), told(story));
    }

    @Test
    void aSyncedWriteSurvivesEveryCrash() throws IOException {
        Story story =
                disk -> {
                    DiskFile file = disk.create("f", 4096);
                    write(file, 0, "a");
                    file.sync();
                    disk.crash();
                    disk.restart();
                    disk.crash();
                    disk.restart();
                    return firstBytesOfSectors(disk, 1);
                };
        assertEquals(Set.of("a"), told(story));
    }

    @Test
    void aKilledProcessLosesNothingUntilThePowerFails() throws IOException {
        Story killed =
                disk -> {
                    write(disk.create("f", 4096), 0, "a");
                    disk.kill();
                    disk.restart();
                    return firstBytesOfSectors(disk, 1);
                };
        assertEquals(Set.of("a"), told(killed));
        Story killedThenCrashed =
                disk -> {
                    write(disk.create("f", 4096), 0, "a");
                    disk.kill();
                    disk.crash();
                    disk.restart();
                    return firstBytesOfSectors(disk, 1);
                };
        assertEquals(Set.of(".", "a"), told(killedThenCrashed));
    }

    @Test
    void whatOpenFindsIsDurable() throws IOException {
        Story story =
                disk -> {
                    write(disk.create("f", 4096), 0, "a");
                    disk.kill();
                    disk.restart();
                    disk.open("f");
                    disk.crash();
                    disk.restart();
                    return firstBytesOfSectors(disk, 1);
                };
        assertEquals(Set.of("a"), told(story));
    }

    @Test
    void aDeadProcessCanDoNothing() throws IOException {
        DiskFile file = disk.create("f", 4096);
        disk.crash();
        assertThrows(IOException.class, () -> disk.list(""));
        assertThrows(IOException.class, () -> disk.read("f"));
        assertThrows(IOException.class, () -> disk.open("f"));
        assertThrows(IOException.class, () -> disk.replace("f", new byte[1]));
        disk.restart();
        DiskFile again = disk.open("f");
        assertThrows(IOException.class, () -> write(file, 0, "a"));
        assertThrows(IOException.class, file::sync);
        assertThrows(IOException.class, () -> file.read(0, ByteBuffer.allocate(1)));
        file.close();
        assertThrows(IOException.class, () -> disk.open("f"));
        write(again, 0, "b");
    }

    /** Runs the action with a crash before its step {@code at}; false if it has fewer steps. */
    private static boolean crashed(SimulatedDisk disk, int at, Story action) throws IOException {
        int[] step = {0};
        disk.beforeStep(
                what -> {
                    if (step[0]++ == at) {
                        disk.crash();
                    }
                });
        boolean crashed = false;
        try {
            action.tell(disk);
        } catch (IOException dead) {
            crashed = true;
        }
        disk.beforeStep(what -> {});
        disk.restart();
        return crashed;
    }

    @Test
    void aCrashInAReplaceLeavesTheOldOrTheNew() throws IOException {
        Set<String> outcomes = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int at = 0; at < 4; at++) {
                SimulatedDisk disk = disk(seed);
                disk.replace("vote", bytes("old"));
                boolean crashed =
                        crashed(
                                disk,
                                at,
                                it -> {
                                    it.replace("vote", bytes("new"));
                                    return "";
                                });
                outcomes.add(at + (crashed ? "!" : " ") + text(disk.read("vote")));
            }
        }
        assertEquals(Set.of("0!old", "1!old", "2!new", "2!old", "3 new"), outcomes);
    }

    @Test
    void aCrashInACreateLeavesNothingOrZeros() throws IOException {
        Set<String> outcomes = new TreeSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            for (int at = 0; at < 3; at++) {
                SimulatedDisk disk = disk(seed);
                boolean crashed =
                        crashed(
                                disk,
                                at,
                                it -> {
                                    it.create("f", 4096).close();
                                    return "";
                                });
                String found = disk.list("").isEmpty() ? "" : firstBytesOfSectors(disk, 2);
                outcomes.add(at + (crashed ? "!" : " ") + found);
            }
        }
        assertEquals(Set.of("0!", "1!", "1!..", "2 .."), outcomes);
    }

    private static String text(Optional<byte[]> content) {
        return new String(content.orElseThrow(), UTF_8);
    }

    @Test
    void theNthWriteFailsAndLeavesAPart() throws IOException {
        Story story =
                disk -> {
                    DiskFile file = disk.create("f", 4096);
                    disk.fail(Operation.WRITE, 2);
                    write(file, 3 * Sectors.BYTES, "y");
                    assertThrows(
                            IOException.class, () -> write(file, 0, "x".repeat(2 * Sectors.BYTES)));
                    write(file, 2 * Sectors.BYTES, "z");
                    file.close();
                    return firstBytesOfSectors(disk, 4);
                };
        assertEquals(Set.of("..zy", "x.zy", "xxzy"), told(story));
    }

    @Test
    void afterAFailedSyncDataIsGoneThoughTheNextSyncSucceeds() throws IOException {
        Story story =
                disk -> {
                    DiskFile file = disk.create("f", 4096);
                    disk.fail(Operation.SYNC, 1);
                    write(file, 0, "x".repeat(2 * Sectors.BYTES));
                    assertThrows(IOException.class, file::sync);
                    file.sync();
                    file.close();
                    return firstBytesOfSectors(disk, 2);
                };
        assertEquals(Set.of("..", ".x", "x.", "xx"), told(story));
    }

    @Test
    void aFailedReplaceLeavesEitherContent() throws IOException {
        Story story =
                disk -> {
                    disk.replace("vote", bytes("old"));
                    disk.fail(Operation.REPLACE, 1);
                    assertThrows(IOException.class, () -> disk.replace("vote", bytes("new")));
                    disk.crash();
                    disk.restart();
                    return text(disk.read("vote"));
                };
        assertEquals(Set.of("old", "new"), told(story));
    }

    @Test
    void aFailedCreateLeavesNothingOrZeros() throws IOException {
        Story story =
                disk -> {
                    disk.fail(Operation.CREATE, 1);
                    assertThrows(IOException.class, () -> disk.create("f", 4096));
                    return disk.list("").isEmpty() ? "" : firstBytesOfSectors(disk, 2);
                };
        assertEquals(Set.of("", ".."), told(story));
    }

    @Test
    void theSameSeedGivesTheSameAccidents() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            assertArrayEquals(afterATornWrite(seed), afterATornWrite(seed));
        }
    }

    private static byte[] afterATornWrite(long seed) throws IOException {
        SimulatedDisk disk = disk(seed);
        DiskFile file = disk.create("f", 1 << 16);
        file.write(100, ByteBuffer.wrap(pattern(40_000)));
        disk.crash();
        disk.restart();
        return read(disk.open("f"), 0, 1 << 16);
    }

    @Test
    void everyStepIsTold() throws IOException {
        List<String> steps = new ArrayList<>();
        disk.beforeStep(steps::add);
        try (DiskFile file = disk.create("log/1", 4096)) {
            write(file, 8, "abc");
            file.sync();
        }
        disk.replace("vote", bytes("x"));
        disk.open("log/1");
        assertEquals(
                List.of(
                        "create log/1",
                        "sync the name of log/1",
                        "write 3 bytes at 8 of log/1",
                        "sync log/1",
                        "write the new vote",
                        "rename the new vote",
                        "sync the name of vote",
                        "open log/1"),
                steps);
        assertTrue(disk.list("log").contains("1"));
    }

    @Test
    void aFullDiskRefusesWhatHasNoSpaceYetAndGoesOnWithTheRest() throws IOException {
        disk.fillsFirst(1_024);
        try (DiskFile file = disk.create("f", 4_096)) {
            disk.full(true);
            write(file, 1_020, "in");
            assertFalse(file.prepare(1_025));
            assertThrows(IOException.class, () -> write(file, 1_020, "beyond"));
            assertThrows(IOException.class, () -> disk.create("g", 1));
            disk.replace("small", bytes("fits"));
            disk.space(SimulatedDisk.Space.EXHAUSTED);
            assertThrows(IOException.class, () -> disk.replace("small", bytes("late")));
            disk.full(false);
            assertTrue(file.prepare(4_096));
            disk.full(true);
            write(file, 4_000, "in");
        }
    }

    @Test
    void aTurnedBitStaysUntilTheByteIsWrittenOrTheFileRepaired() throws IOException {
        disk.replace("r", bytes("abc"));
        disk.flip("r", 1, 3);
        assertEquals("aac", new String(disk.read("r").orElseThrow(), UTF_8));
        assertEquals(Set.of("r"), disk.damaged());
        disk.repair("r");
        assertEquals("abc", new String(disk.read("r").orElseThrow(), UTF_8));
        assertEquals(Set.of(), disk.damaged());
        try (DiskFile file = disk.create("f", 4_096)) {
            write(file, 600, "abc");
            disk.flip("f", 601, 3);
            write(file, 602, "x");
            assertEquals(Set.of("f"), disk.damaged());
            write(file, 600, "yz");
            file.sync();
            assertEquals(Set.of(), disk.damaged());
            disk.repair("f");
            assertEquals("yzx", new String(read(file, 600, 3), UTF_8));
        }
    }

    @Test
    void aLostFileIsGoneUntilItIsRepaired() throws IOException {
        disk.replace("r", bytes("abc"));
        disk.lose("r");
        assertEquals(Optional.empty(), disk.read("r"));
        assertEquals(Set.of("r"), disk.damaged());
        disk.repair("r");
        assertArrayEquals(bytes("abc"), disk.read("r").orElseThrow());
    }
}
