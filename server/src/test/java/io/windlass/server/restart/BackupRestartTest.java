package io.windlass.server.restart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.backup.CopiedPartition;
import io.windlass.kernel.backup.DirectoryCopy;
import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.port.DiskReader;
import io.windlass.kernel.port.ReadableDisk;
import io.windlass.kernel.simulation.MemoryTarget;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A partition that starts from a copy is the partition as it was at the cut. */
class BackupRestartTest {
    private static final Limits.State OFTEN = new Limits.State(1L << 40, 50, 1L << 40);
    private static final Limits.State AGEING =
            new Limits.State(1L << 40, 50, 1L << 40, new Limits.Ids(50, 20));
    private static final LogSettings LOG =
            new LogSettings("partitions/1", 1, Machine.SEGMENT_BYTES, 1 << 17, 1 << 18);

    private final SimulatedDisk disk = new SimulatedDisk(new Random(1)::nextLong);
    private final MemoryTarget target = new MemoryTarget();
    private int transfers;

    @Test
    void aCopyIsThePartitionAtTheCut() throws IOException {
        Machine machine = worked(130);
        Reply before = machine.transfer("t-0", "bank", "alice");
        CopiedPartition copied = copy(disk);
        assertEquals(machine.partition().committed().sequence(), copied.sequence());
        assertTrue(copied.snapshot().isPresent());
        Machine restored = new Machine(target.disk(), OFTEN).boot();
        assertFalse(restored.hasFailed(), "" + restored.notes());
        assertEquals(machine.partition().digest(), restored.partition().digest());
        assertEquals(before.position(), restored.transfer("t-0", "bank", "alice").position());
        Reply next = restored.transfer("t-new", "bank", "alice");
        assertEquals("1:" + (copied.sequence() + 1), next.position());
    }

    @Test
    void idsThatHaveLeftMemoryAreInTheCopy() throws IOException {
        Machine machine = agedMachine();
        Reply before = machine.transfer("t-0", "bank", "alice");
        CopiedPartition copied = copy(disk);
        assertTrue(copied.snapshot().isPresent());
        assertTrue(target.paths().stream().anyMatch(path -> path.endsWith(".sealed")));
        Machine restored = new Machine(target.disk(), AGEING).boot();
        assertTrue(restored.note("restored").isPresent(), "" + restored.notes());
        assertEquals(machine.partition().digest(), restored.partition().digest());
        assertEquals(before.position(), restored.transfer("t-0", "bank", "alice").position());
    }

    @Test
    void aDamagedFileOfOldIdsIsNotCopied() throws IOException {
        Machine machine = agedMachine();
        String first =
                disk.paths().stream().filter(path -> path.endsWith(".sealed")).findFirst().get();
        disk.flip(first, disk.content(first).bytes().length - 4_000, 1);
        assertEquals(Optional.empty(), copy(disk).snapshot());
        assertFalse(target.paths().stream().anyMatch(path -> path.endsWith(".sealed")));
        Machine restored = new Machine(target.disk(), AGEING).boot();
        assertEquals(machine.partition().digest(), restored.partition().digest());
    }

    private Machine agedMachine() {
        Machine machine = new Machine(disk, AGEING).boot();
        machine.open("bank", "external");
        machine.open("alice", "customer");
        work(machine, 300);
        return machine;
    }

    @Test
    void aCopyOfAPartitionThatNeverWorkedIsOneToo() throws IOException {
        Machine machine = new Machine(disk, OFTEN).boot();
        copy(disk);
        Machine restored = new Machine(target.disk(), OFTEN).boot();
        assertEquals(machine.partition().digest(), restored.partition().digest());
    }

    @Test
    void whatHappensMeanwhileIsBehindTheCut() throws IOException {
        Machine machine = worked(130);
        long digest = machine.partition().digest();
        long sequence = machine.partition().committed().sequence();
        ReadableDisk busy = new BusyDisk(path -> path.endsWith(".log"), () -> work(machine, 20));
        assertEquals(sequence, copy(busy).sequence());
        assertTrue(machine.partition().committed().sequence() > sequence, "nothing happened");
        assertEquals(digest, new Machine(target.disk(), OFTEN).boot().partition().digest());
    }

    @Test
    void aSnapshotThatVanishesIsLeftForANewerOne() throws IOException {
        Machine machine = worked(130);
        ReadableDisk busy =
                new BusyDisk(path -> path.endsWith("-000002.part"), () -> work(machine, 200));
        CopiedPartition copied = copy(busy);
        assertTrue(copied.snapshot().orElseThrow() > 200, "" + copied);
        assertOneSnapshot(copied);
        assertEquals(machine.partition().digest(), restoredDigest());
    }

    @Test
    void aNodeThatOutrunsTheCopyCostsTheSnapshotOnly() throws IOException {
        Machine machine = worked(130);
        BusyDisk busy = new BusyDisk(path -> path.endsWith("-000002.part"), () -> outrun(machine));
        busy.always = true;
        CopiedPartition copied = copy(busy);
        assertEquals(Optional.empty(), copied.snapshot());
        assertFalse(target.paths().stream().anyMatch(path -> path.contains("snapshots")));
        assertEquals(machine.partition().digest(), restoredDigest());
    }

    @Test
    void aDamagedSnapshotIsLeftForTheOlderOne() throws IOException {
        Machine machine = worked(130);
        List<String> names = disk.list("partitions/1/snapshots");
        String newest = "partitions/1/snapshots/" + names.get(names.size() - 1);
        byte[] content = disk.read(newest).orElseThrow();
        content[content.length / 2] ^= 1;
        disk.replace(newest, content);
        CopiedPartition copied = copy(disk);
        assertFalse(newest.contains("" + copied.snapshot().orElseThrow()), newest);
        assertOneSnapshot(copied);
        assertEquals(machine.partition().digest(), restoredDigest());
    }

    /** As much again and more, so that two further snapshots push the one that is copied out. */
    private void outrun(Machine machine) {
        work(machine, 200 + (int) machine.partition().committed().sequence());
    }

    private Machine worked(int count) {
        Machine machine = new Machine(disk, OFTEN).boot();
        machine.open("bank", "external");
        machine.open("alice", "customer");
        work(machine, count);
        return machine;
    }

    private void work(Machine machine, int count) {
        for (int i = 0; i < count; i++) {
            machine.transfer("t-" + transfers++, "bank", "alice");
        }
        machine.time().settle();
    }

    private CopiedPartition copy(ReadableDisk from) throws IOException {
        DirectoryCopy copy = new DirectoryCopy(from, target, (partition, frames, of) -> {});
        return copy.copy(List.of(LOG)).partitions().get(0);
    }

    private long restoredDigest() throws IOException {
        Machine restored = new Machine(target.disk(), OFTEN).boot();
        assertFalse(restored.hasFailed(), "" + restored.notes());
        assertFalse(restored.note("snapshot failed").isPresent(), "" + restored.notes());
        return restored.partition().digest();
    }

    private void assertOneSnapshot(CopiedPartition copied) {
        String number = String.format("%020d", copied.snapshot().orElseThrow());
        target.paths().stream()
                .filter(path -> path.contains("snapshots"))
                .forEach(path -> assertTrue(path.contains(number), path));
    }

    /** The disk of a node that does something at the worst moment. */
    private final class BusyDisk implements ReadableDisk {
        private final Predicate<String> worst;
        private final Runnable happens;
        private boolean happened;
        private boolean always;

        BusyDisk(Predicate<String> worst, Runnable happens) {
            this.worst = worst;
            this.happens = happens;
        }

        @Override
        public List<String> list(String directory) throws IOException {
            return disk.list(directory);
        }

        @Override
        public Optional<byte[]> read(String path) throws IOException {
            before(path);
            return disk.read(path);
        }

        @Override
        public DiskReader reader(String path) throws IOException {
            before(path);
            return disk.reader(path);
        }

        private void before(String path) {
            if (worst.test(path) && (always || !happened)) {
                happened = true;
                happens.run();
            }
        }
    }
}
