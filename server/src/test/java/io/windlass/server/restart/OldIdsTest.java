package io.windlass.server.restart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Rejected;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Transaction ids that have left memory are used again: T48 and T49 of the research. */
class OldIdsTest {
    private static final Limits.Ids FEW = new Limits.Ids(50, 20);
    private static final Limits.State AGEING = new Limits.State(1L << 40, 150, 1L << 40, FEW);
    private static final String ARCHIVE = "partitions/1/archive";
    private static final int TRANSFERS = 700;

    private final SimulatedDisk disk = new SimulatedDisk(new Random(1)::nextLong);
    private final List<Reply> first = new ArrayList<>();

    @Test
    void idsOfAllAgesAreRecalledBeforeAndAfterRestarts() throws IOException {
        Machine machine = worked();
        assertTrue(disk.list(ARCHIVE).size() > 25, "files: " + disk.list(ARCHIVE).size());
        assertAllAreRecalled(machine);
        long digest = machine.partition().digest();
        machine = restarted(AGEING);
        assertTrue(machine.note("restored").isPresent());
        assertEquals(digest, machine.partition().digest());
        assertAllAreRecalled(machine);
        forgetSnapshots();
        machine = restarted(AGEING);
        assertEquals(digest, machine.partition().digest());
        assertAllAreRecalled(machine);
        forgetSnapshots();
        machine = restarted(Limits.State.DEFAULT);
        assertEquals(digest, machine.partition().digest(), "nothing has left memory in this one");
    }

    @Test
    void manyOldAndNewIdsAtOnceKeepTheirOrder() {
        Machine machine = worked();
        Random random = new Random(4);
        List<Integer> asked = new ArrayList<>();
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            int id = random.nextInt(TRANSFERS + 100);
            asked.add(id);
            machine.begin(replies::add, "POST /v1/transfers", transfer(id, "1.00"));
        }
        machine.time().until(() -> replies.size() == 500);
        long again = replies.stream().filter(Reply::replayed).count();
        long old = asked.stream().filter(id -> id < TRANSFERS).count();
        long distinct = asked.stream().filter(id -> id >= TRANSFERS).distinct().count();
        assertEquals(500 - distinct, again, old + " of them old");
    }

    @Test
    void aMissingOrDamagedFileMakesTheSnapshotsThatNameItUnusable() throws IOException {
        Machine machine = worked();
        long digest = machine.partition().digest();
        disk.kill();
        disk.restart();
        disk.lose(ARCHIVE + "/" + disk.list(ARCHIVE).get(0));
        machine = new Machine(disk, AGEING).boot();
        assertTrue(machine.note("snapshot failed").isPresent(), "" + machine.notes());
        assertFalse(machine.note("restored").isPresent());
        assertEquals(digest, machine.partition().digest());
        assertAllAreRecalled(machine);
        transfers(machine, TRANSFERS, TRANSFERS + 600);
        machine.time().settle();
        digest = machine.partition().digest();
        disk.kill();
        disk.restart();
        disk.flip(ARCHIVE + "/" + disk.list(ARCHIVE).get(3), 5_000, 1);
        machine = new Machine(disk, AGEING).boot();
        assertTrue(
                machine.note("snapshot failed").orElseThrow().contains("at offset 4096"),
                "" + machine.notes());
        assertEquals(digest, machine.partition().digest());
        assertAllAreRecalled(machine);
    }

    @Test
    void damageThatALookupMeetsStopsThePartition() throws IOException {
        Machine machine = worked();
        String path = ARCHIVE + "/" + disk.list(ARCHIVE).get(0);
        disk.flip(path, 2 * 4_096 + 100, 1);
        machine.begin(reply -> {}, "POST /v1/transfers", transfer(0, "1.00"));
        machine.time().until(machine::hasFailed);
        String note = machine.note("failed").orElseThrow();
        assertTrue(note.endsWith("is damaged in file " + path + " at offset 8192"), note);
    }

    @Test
    void aFullDiskLeavesIdsInMemoryUntilThereIsSpace() throws IOException {
        Machine machine = new Machine(disk, AGEING).boot();
        prepare(machine);
        transfers(machine, 0, 20);
        disk.full(true);
        transfers(machine, 20, 200);
        assertTrue(machine.note("sealing failed").isPresent(), "" + machine.notes());
        assertTrue(disk.list(ARCHIVE).isEmpty());
        disk.full(false);
        transfers(machine, 200, TRANSFERS);
        machine.time().settle();
        assertTrue(disk.list(ARCHIVE).size() > 10);
        assertAllAreRecalled(machine);
    }

    private Machine worked() {
        Machine machine = new Machine(disk, AGEING).boot();
        prepare(machine);
        transfers(machine, 0, TRANSFERS);
        machine.time().settle();
        assertTrue(machine.note("sealed 20").isPresent(), "" + machine.notes());
        return machine;
    }

    private static void prepare(Machine machine) {
        machine.open("bank", "external");
        machine.open("alice", "customer");
    }

    private void transfers(Machine machine, int from, int to) {
        for (int id = from; id < to; id++) {
            first.add(machine.call("POST /v1/transfers", transfer(id, "1.00")));
        }
    }

    /** Time-ordered ones and others. */
    private static Object[] transfer(int id, String amount) {
        Object[] fields = Machine.transferFields(name(id), "bank", "alice");
        fields[5] = amount;
        return fields;
    }

    private static String name(int id) {
        return id % 2 == 0
                ? "t-" + id
                : String.format("0190163d-8694-7%03x-8000-%012x", id, id * 7_919L);
    }

    private void assertAllAreRecalled(Machine machine) {
        for (int id = 0; id < TRANSFERS; id++) {
            Reply again = machine.call("POST /v1/transfers", transfer(id, "1.00"));
            assertTrue(again.replayed(), "id " + id);
            assertEquals(first.get(id).positions(), again.positions());
            Reply other = machine.call("POST /v1/transfers", transfer(id, "2.00"));
            assertTrue(((Rejected) other.answer()).rejection().code().contains("mismatch"));
            assertTrue(read(machine, id).answer() instanceof Answer.Accepted, "id " + id);
        }
        assertFalse(read(machine, TRANSFERS * 2).answer() instanceof Answer.Accepted);
    }

    private static Reply read(Machine machine, int id) {
        return machine.call(
                "GET /v1/transfers/{transaction_id}",
                "transaction_id",
                name(id),
                "from_account",
                "bank");
    }

    private Machine restarted(Limits.State state) {
        disk.kill();
        disk.restart();
        return new Machine(disk, state).boot();
    }

    private void forgetSnapshots() throws IOException {
        disk.kill();
        disk.restart();
        for (String name : disk.list("partitions/1/snapshots")) {
            disk.delete("partitions/1/snapshots/" + name);
        }
    }
}
