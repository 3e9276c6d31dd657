package io.windlass.server.restart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.contract.JsonText;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A restart from a snapshot is a restart from the whole log, only sooner. */
class SnapshotRestartTest {
    private static final String SNAPSHOTS = "partitions/1/snapshots";
    private static final Limits.State OFTEN = new Limits.State(1L << 40, 50, 1L << 40);
    private static final Limits.State NEVER = Limits.State.DEFAULT;
    private static final int TRANSFERS = 130;

    /** At most: an event of a transfer with its head and the text of its id. */
    private static final long EVENT_BYTES = 128;

    private final SimulatedDisk disk = new SimulatedDisk(new Random(1)::nextLong);

    @Test
    void theNewestSnapshotAndTheFramesBehindItAreTheWholeLog() throws IOException {
        Machine first = worked();
        long digest = first.partition().digest();
        long sequence = first.partition().committed().sequence();
        disk.kill();
        disk.restart();
        Machine second = new Machine(disk, OFTEN).boot();
        assertEquals(digest, second.partition().digest());
        assertEquals(sequence, second.partition().committed().sequence());
        long restored = number(second.note("restored").orElseThrow());
        long replayed = number(second.note("replayed").orElseThrow());
        assertEquals(sequence, restored + replayed);
        assertTrue(replayed < 60, "behind the snapshot lie " + replayed + " events");
        assertEquals(digest, afterFullReplay());
    }

    @Test
    void onlyTwoSnapshotsAreKept() throws IOException {
        worked();
        assertEquals(2, manifests().size());
        long parts = disk.list(SNAPSHOTS).stream().filter(name -> name.endsWith(".part")).count();
        String last = last();
        long newest = disk.list(SNAPSHOTS).stream().filter(n -> n.startsWith(last)).count();
        assertTrue(parts < 2 * newest, "parts of older ones are left");
    }

    @Test
    void aLargeStateIsNotWrittenAgainForAFewEvents() {
        Machine machine = new Machine(disk, new Limits.State(1L << 40, 1, 1L << 40)).boot();
        machine.open("bank", "external");
        machine.open("alice", "customer");
        machine.time().settle();
        long before = written(machine);
        long since = machine.partition().committed().sequence();
        for (int i = 0; i < 1_000; i++) {
            machine.transfer("t-" + i, "bank", "alice");
        }
        machine.time().settle();
        long events = machine.partition().committed().sequence() - since;
        long snapshots = written(machine) - before;
        assertTrue(snapshots > 0, "none was made");
        assertTrue(
                snapshots < 2 * events * EVENT_BYTES,
                snapshots + " bytes of snapshots for " + events + " events");
    }

    private static long written(Machine machine) {
        return machine.notes().stream()
                .filter(note -> note.startsWith("made"))
                .mapToLong(note -> Long.parseLong(note.substring(note.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void anIdUsedBeforeTheSnapshotIsAnsweredFromTheLog() throws IOException {
        Machine first = worked();
        Reply before = first.transfer("t-3", "bank", "alice");
        Reply tail = first.transfer("t-" + (TRANSFERS - 1), "bank", "alice");
        disk.kill();
        disk.restart();
        Machine second = new Machine(disk, OFTEN).boot();
        long digest = second.partition().digest();
        same(before, second.transfer("t-3", "bank", "alice"));
        same(tail, second.transfer("t-" + (TRANSFERS - 1), "bank", "alice"));
        assertEquals(digest, second.partition().digest());
        Reply other = second.transfer("t-3", "bank", "bob");
        assertTrue(other.answer().toString().contains("IDEMPOTENCY_MISMATCH"), "" + other);
    }

    @Test
    void damageInAnyFileOfTheNewestSnapshotLeadsToTheOlderOne() throws IOException {
        long digest = worked().partition().digest();
        String newest = last();
        List<String> names =
                disk.list(SNAPSHOTS).stream().filter(name -> name.startsWith(newest)).toList();
        assertTrue(names.size() > 3);
        for (String name : names) {
            disk.kill();
            disk.restart();
            String path = SNAPSHOTS + "/" + name;
            byte[] content = disk.read(path).orElseThrow();
            for (int at : List.of(0, content.length / 2, content.length - 1)) {
                byte[] damaged = content.clone();
                damaged[at] ^= 4;
                disk.replace(path, damaged);
                Machine second = new Machine(disk, NEVER).boot();
                assertTrue(second.note("snapshot failed").isPresent(), path + " at " + at);
                assertTrue(second.note("restored").isPresent());
                assertEquals(digest, second.partition().digest());
                disk.kill();
                disk.restart();
            }
            disk.delete(path);
            assertEquals(digest, new Machine(disk, NEVER).boot().partition().digest());
            disk.kill();
            disk.restart();
            disk.replace(path, content);
        }
        assertFalse(new Machine(disk, NEVER).boot().note("snapshot failed").isPresent());
    }

    @Test
    void withoutAnyValidSnapshotEverythingIsReplayed() throws IOException {
        Machine first = worked();
        long digest = first.partition().digest();
        long sequence = first.partition().committed().sequence();
        disk.kill();
        disk.restart();
        for (String name : manifests()) {
            disk.replace(SNAPSHOTS + "/" + name, new byte[] {1, 2, 3});
        }
        Machine second = new Machine(disk, OFTEN).boot();
        assertEquals(sequence, number(second.note("replayed").orElseThrow()));
        assertEquals(digest, second.partition().digest());
        second.time().until(() -> second.note("made").isPresent());
        assertEquals(1, manifests().size(), "the damaged ones make room for a new one");
    }

    @Test
    void aCrashAtAnyStepOfMakingASnapshotLosesNothing() {
        int step = 0;
        boolean crashed = true;
        while (crashed) {
            step++;
            SimulatedDisk other = new SimulatedDisk(new Random(step)::nextLong);
            Machine machine = new Machine(other, OFTEN).boot();
            Map<String, Reply> answered = new TreeMap<>();
            crashed = crash(machine, other, step, answered);
            other.kill();
            other.restart();
            Machine again = new Machine(other, OFTEN).boot();
            assertFalse(again.hasFailed(), "step " + step + ": " + again.notes());
            long digest = again.partition().digest();
            answered.forEach((id, reply) -> same(reply, again.transfer(id, "bank", "alice")));
            assertEquals(digest, again.partition().digest());
            other.kill();
            other.restart();
        }
        assertTrue(step > 20, "only " + step + " steps");
    }

    @Test
    void aSnapshotWhoseManifestFailedIsNoneOfTheTwo() throws IOException {
        for (int seed = 1; seed <= 20; seed++) {
            SimulatedDisk other = new SimulatedDisk(new SplittableRandom(seed)::nextLong);
            Machine machine = new Machine(other, OFTEN).boot();
            machine.open("bank", "external");
            machine.open("alice", "customer");
            int[] manifests = {0};
            other.beforeStep(
                    what -> {
                        if (what.startsWith("write the new") && what.endsWith(".state")) {
                            manifests[0]++;
                            if (manifests[0] == 3) {
                                other.fail(SimulatedDisk.Operation.REPLACE, 1);
                            }
                        }
                    });
            for (int i = 0; manifests[0] < 4; i++) {
                machine.transfer("t-" + i, "bank", "alice");
            }
            machine.time().settle();
            assertTrue(machine.note("snapshot failed").isPresent());
            other.crash();
            other.restart();
            long left = other.paths().stream().filter(path -> path.endsWith(".state")).count();
            assertEquals(2, left, "with seed " + seed);
        }
    }

    @Test
    void writesGoOnWhileASnapshotIsMadeAndAreNotInIt() throws IOException {
        Machine machine = new Machine(disk, OFTEN).boot();
        machine.open("bank", "external");
        machine.open("alice", "customer");
        List<Long> duringSteps = new ArrayList<>();
        disk.beforeStep(
                what -> {
                    if (what.startsWith("write the new " + SNAPSHOTS)) {
                        int id = duringSteps.size();
                        duringSteps.add(machine.partition().committed().sequence());
                        machine.begin(
                                reply -> {},
                                "POST /v1/transfers",
                                Machine.transferFields("during-" + id, "bank", "alice"));
                    }
                });
        for (int i = 0; machine.note("made").isEmpty(); i++) {
            machine.transfer("t-" + i, "bank", "alice");
        }
        disk.beforeStep(what -> {});
        machine.time().settle();
        assertTrue(duringSteps.get(0) < duringSteps.get(duringSteps.size() - 1));
        long digest = machine.partition().digest();
        disk.kill();
        disk.restart();
        assertEquals(digest, new Machine(disk, OFTEN).boot().partition().digest());
        assertEquals(digest, afterFullReplay());
    }

    @Test
    void aMissingSegmentBehindTheSnapshotIsNoticed() throws IOException {
        Machine first = new Machine(disk, new Limits.State(1L << 40, 4_000, 1L << 40)).boot();
        first.open("bank", "external");
        first.open("alice", "customer");
        for (int i = 0; segments().size() < 3 || first.note("made").isEmpty(); i++) {
            int base = i * 80;
            List<Reply> replies = new ArrayList<>();
            for (int n = base; n < base + 80; n++) {
                first.begin(
                        replies::add,
                        "POST /v1/transfers",
                        Machine.transferFields("s-" + n, "bank", "alice"));
            }
            first.time().until(() -> replies.size() == 80);
        }
        disk.kill();
        disk.restart();
        Machine second = new Machine(disk, NEVER).boot();
        Reply old = second.transfer("s-3", "bank", "alice");
        assertTrue(old.replayed(), "an id of the first segment: " + old);
        disk.kill();
        disk.restart();
        disk.delete("partitions/1/" + segments().get(0));
        Machine third = new Machine(disk, NEVER).boot();
        assertTrue(third.note("failed").orElse("").contains("missing"), "" + third.notes());
    }

    private boolean crash(
            Machine machine, SimulatedDisk other, int step, Map<String, Reply> answered) {
        int[] steps = {0};
        other.beforeStep(
                what -> {
                    if (what.contains(SNAPSHOTS) && ++steps[0] == step) {
                        other.crash();
                    }
                });
        try {
            machine.open("bank", "external");
            machine.open("alice", "customer");
            for (int i = 0; i < TRANSFERS && !machine.hasFailed(); i++) {
                Reply reply = machine.transfer("t-" + i, "bank", "alice");
                if (!(reply.answer() instanceof Unavailable)) {
                    answered.put("t-" + i, reply);
                }
            }
            machine.time().settle();
        } catch (AssertionError ended) {
            assertTrue(machine.hasFailed(), "" + ended);
        }
        other.beforeStep(what -> {});
        return steps[0] >= step;
    }

    private Machine worked() {
        Machine machine = new Machine(disk, OFTEN).boot();
        machine.open("bank", "external");
        machine.open("alice", "customer");
        machine.open("bob", "customer");
        for (int i = 0; i < TRANSFERS; i++) {
            machine.transfer("t-" + i, "bank", "alice");
        }
        machine.time().settle();
        assertTrue(machine.note("made").isPresent(), "" + machine.notes());
        return machine;
    }

    private long afterFullReplay() throws IOException {
        disk.kill();
        disk.restart();
        for (String name : disk.list(SNAPSHOTS)) {
            disk.delete(SNAPSHOTS + "/" + name);
        }
        Machine machine = new Machine(disk, NEVER).boot();
        assertFalse(machine.note("restored").isPresent());
        return machine.partition().digest();
    }

    private List<String> manifests() throws IOException {
        return disk.list(SNAPSHOTS).stream().filter(name -> name.endsWith(".state")).toList();
    }

    private List<String> segments() throws IOException {
        return disk.list("partitions/1").stream().filter(name -> name.endsWith(".log")).toList();
    }

    private String last() throws IOException {
        String manifest = manifests().get(manifests().size() - 1);
        return manifest.substring(0, manifest.indexOf('.'));
    }

    private static void same(Reply expected, Reply reply) {
        assertEquals(JsonText.of(expected.answer()), JsonText.of(reply.answer()));
        assertEquals(expected.position(), reply.position());
        assertTrue(reply.replayed());
    }

    private static long number(String note) {
        return Long.parseLong(note.substring(note.indexOf(' ') + 1));
    }
}
