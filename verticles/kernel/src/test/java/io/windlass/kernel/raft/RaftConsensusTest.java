package io.windlass.kernel.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.log.DamagedLogException;
import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.simulation.SimulatedDisk;
import io.windlass.kernel.simulation.SimulatedDisk.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a partition is told by its replica over many lives. */
class RaftConsensusTest {
    private static final int INTERVAL = 5;
    private static final RaftSettings SETTINGS =
            new RaftSettings("n1", new LogSettings("p/1", 1, 8_192, 1_024, 2_048), INTERVAL);

    private final SimulatedDisk disk = new SimulatedDisk(() -> 0);

    @Test
    void everyProposalIsDeliveredOnceAndInOrderOverManyRestarts() {
        long last = 0;
        for (int restart = 0; restart < 60; restart++) {
            ReplicaRun run = new ReplicaRun(disk, SETTINGS);
            run.start();
            assertTrue(run.leads(), "after restart " + restart);
            assertEquals(sequences(1, last), run.committed());
            for (int i = 0; i < restart % 8; i++) {
                last++;
                run.propose(last);
            }
            run.settle();
            assertEquals(sequences(1, last), run.committed());
            end(restart);
        }
    }

    @Test
    void aReplicaKeepsTwoSnapshotPositionsOverRestarts() throws IOException {
        long last = 0;
        for (int restart = 0; restart < 20; restart++) {
            ReplicaRun run = new ReplicaRun(disk, SETTINGS);
            run.start();
            for (int i = 0; i < 3; i++) {
                last++;
                run.propose(last);
            }
            run.settle();
            disk.kill();
            disk.restart();
            ReplicaRecord record = ReplicaRecord.load(disk, "p/1").orElseThrow();
            long newer = record.newer().index();
            assertEquals(Math.max(0, newer - INTERVAL), record.older().index());
        }
    }

    @Test
    void framesThatTheLogHoldsButNobodyWasToldOfAreDeliveredWhenTheyCommit() {
        ReplicaRun first = new ReplicaRun(disk, SETTINGS);
        first.start();
        first.propose(1);
        first.propose(2);
        first.settle();
        disk.crash();
        disk.restart();
        ReplicaRun second = new ReplicaRun(disk, SETTINGS);
        second.start();
        assertEquals(sequences(1, 2), second.committed());
    }

    @Test
    void afterAFailedWriteOrSyncNothingCommits() {
        for (Operation operation : List.of(Operation.WRITE, Operation.SYNC)) {
            SimulatedDisk failing = new SimulatedDisk(() -> 0);
            ReplicaRun run = new ReplicaRun(failing, SETTINGS);
            run.start();
            run.propose(1);
            run.settle();
            failing.fail(operation, 1);
            for (long sequence = 2; sequence <= 9; sequence++) {
                run.propose(sequence);
                run.settle();
            }
            assertEquals(sequences(1, 1), run.committed(), operation.name());
            assertEquals(1, run.failures().size(), operation.name());
        }
    }

    @Test
    void aLogWithoutItsRecordIsNotTouched() throws IOException {
        ReplicaRun run = new ReplicaRun(disk, SETTINGS);
        run.start();
        run.propose(1);
        run.settle();
        disk.kill();
        disk.restart();
        disk.replace("p/1/replica", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        ReplicaRun damaged = new ReplicaRun(disk, SETTINGS);
        damaged.start();
        assertInstanceOf(DamagedLogException.class, damaged.failures().get(0));
    }

    @Test
    void aRecordThatIsMissingBesideALogIsDamage() throws IOException {
        disk.create("p/1/00000000000000000001.log", 8_192).close();
        ReplicaRun run = new ReplicaRun(disk, SETTINGS);
        run.start();
        assertInstanceOf(DamagedLogException.class, run.failures().get(0));
        assertEquals(Optional.empty(), disk.read("p/1/replica"));
    }

    @Test
    void aRecordThatIsMissingTogetherWithItsLogIsDamage() throws IOException {
        ReplicaRun first = new ReplicaRun(disk, SETTINGS);
        first.start();
        first.propose(1);
        first.settle();
        disk.kill();
        disk.lose("p/1/replica");
        disk.lose("p/1/00000000000000000001.log");
        disk.restart();
        ReplicaRun run = new ReplicaRun(disk, SETTINGS);
        run.start();
        assertTrue(run.failures().get(0).getMessage().contains("p/1/replica"));
        disk.kill();
        disk.repair("p/1/replica");
        disk.repair("p/1/00000000000000000001.log");
        disk.restart();
        ReplicaRun again = new ReplicaRun(disk, SETTINGS);
        again.start();
        assertTrue(again.leads());
        assertEquals(sequences(1, 1), again.committed());
    }

    @Test
    void aLogThatIsMissingBesideARecordWithPositionsIsDamage() throws IOException {
        LogPosition position = new LogPosition(5, 1, 4);
        ReplicaRecord.of("n1/x").withTerm(1, "n1/x").withSnapshot(position).save(disk, "p/1");
        ReplicaRun run = new ReplicaRun(disk, SETTINGS);
        run.start();
        assertInstanceOf(DamagedLogException.class, run.failures().get(0));
    }

    private void end(int restart) {
        if (restart % 3 == 0) {
            disk.crash();
        } else {
            disk.kill();
        }
        disk.restart();
    }

    private static List<Long> sequences(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
