package io.windlass.server.restart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When disk or memory come to their end: writes are refused, reads go on, nothing is lost. */
class FullTest {
    private static final Limits.State ROOMY = new Limits.State(1L << 40, 300, 1L << 40);
    private static final int BATCH = 50;

    private final SimulatedDisk disk = new SimulatedDisk(new Random(1)::nextLong);
    private int sent;

    @Test
    void onAFullDiskWritesAreRefusedAndReadsGoOnUntilThereIsSpace() {
        Machine machine = new Machine(disk, ROOMY).boot();
        machine.open("bank", "external");
        machine.open("alice", "customer");
        disk.full(true);
        Reply refused = untilRefused(machine);
        assertEquals(Reason.STORAGE_FULL, reason(refused));
        assertFalse(machine.hasFailed(), "" + machine.notes());
        long digest = machine.partition().digest();
        assertFalse(
                isUnavailable(
                        machine.call("GET /v1/accounts/{account_id}", "account_id", "alice")));
        assertEquals(Reason.STORAGE_FULL, reason(machine.transfer("x-1", "bank", "alice")));
        assertEquals(digest, machine.partition().digest());
        disk.full(false);
        machine.time().until(() -> machine.notes().contains("room true"));
        assertFalse(isUnavailable(machine.transfer("x-1", "bank", "alice")));
        untilSent(machine, 3_000);
        assertEquals(afterRestart(machine), machine.partition().digest());
    }

    @Test
    void aNodeThatStartsOnAFullDiskReadsAndRefuses() {
        Machine machine = new Machine(disk, ROOMY).boot();
        machine.open("bank", "external");
        machine.open("alice", "customer");
        disk.full(true);
        untilRefused(machine);
        disk.kill();
        disk.restart();
        Machine again = new Machine(disk, ROOMY).boot();
        assertFalse(again.hasFailed(), "" + again.notes());
        again.time().settle();
        assertFalse(
                isUnavailable(again.call("GET /v1/accounts/{account_id}", "account_id", "alice")));
        assertEquals(Reason.STORAGE_FULL, reason(again.transfer("x-1", "bank", "alice")));
    }

    @Test
    void aSnapshotThatFindsNoSpaceIsSkipped() {
        Machine machine = new Machine(disk, ROOMY).boot();
        machine.open("bank", "external");
        machine.open("alice", "customer");
        disk.full(true);
        untilSent(machine, 400);
        machine.time().settle();
        assertTrue(machine.note("snapshot failed").orElse("").contains("no space"));
        disk.full(false);
        untilSent(machine, 800);
        machine.time().until(() -> machine.note("made").isPresent());
    }

    @Test
    void nothingIsOpenedNearTheEndOfMemoryWhileMoneyStillMoves() {
        Machine probe = new Machine(disk, ROOMY).boot();
        probe.open("bank", "external");
        probe.open("alice", "customer");
        long used = probe.partition().memoryBytes();
        disk.kill();
        disk.restart();
        Limits.State tight = new Limits.State(1L << 40, 1_000_000, used * 4 / 3 + (1 << 20));
        Machine machine = new Machine(disk, tight).boot();
        int opened = 0;
        Reply reply = machine.open("a-" + opened, "customer");
        while (!isUnavailable(reply)) {
            opened++;
            reply = machine.open("a-" + opened, "customer");
        }
        assertEquals(Reason.STORAGE_FULL, reason(reply));
        assertFalse(isUnavailable(machine.transfer("still", "bank", "a-0")));
        Reply last = untilRefused(machine);
        assertEquals(Reason.STORAGE_FULL, reason(last));
        assertTrue(machine.partition().memoryBytes() >= tight.tableBytes());
        assertFalse(
                isUnavailable(machine.call("GET /v1/accounts/{account_id}", "account_id", "a-0")));
    }

    private long afterRestart(Machine machine) {
        machine.time().settle();
        disk.kill();
        disk.restart();
        return new Machine(disk, ROOMY).boot().partition().digest();
    }

    private Reply untilRefused(Machine machine) {
        while (true) {
            for (Reply reply : send(machine)) {
                if (isUnavailable(reply)) {
                    return reply;
                }
            }
        }
    }

    private void untilSent(Machine machine, int count) {
        while (sent < count) {
            send(machine);
        }
    }

    private List<Reply> send(Machine machine) {
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            machine.begin(
                    replies::add,
                    "POST /v1/transfers",
                    Machine.transferFields("f-" + sent++, "bank", "alice"));
        }
        machine.time().until(() -> replies.size() == BATCH || machine.hasFailed());
        assertFalse(machine.hasFailed(), "" + machine.notes());
        return replies;
    }

    private static boolean isUnavailable(Reply reply) {
        return reply.answer() instanceof Unavailable;
    }

    private static Reason reason(Reply reply) {
        return ((Unavailable) reply.answer()).reason();
    }
}
