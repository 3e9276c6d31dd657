package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a node under load, and the node that is started on a copy of it. */
class BackupIT {
    private static final int ANSWERS_BEFORE = 4_800;
    private static final int ANSWERS_LATER = 300;

    @TempDir private Path place;

    /** The load of each partition. */
    private final Map<Integer, GroupLoad> loads = new TreeMap<>();

    private final Map<Integer, Integer> otherAccounts = new TreeMap<>();

    @AfterEach
    void stop() {
        loads.values().forEach(GroupLoad::close);
    }

    @Test
    void aNodeOnACopyIsTheNodeAtTheCut() throws Exception {
        backUpAndRestore(List.of(""), 1);
        assertTrue(segments() > 1, "the segments were too large to roll");
    }

    @Test
    void threePartitionsAreCutAtOneMoment() throws Exception {
        backUpAndRestore(List.of("a:", "b:", "c:", "d:", "e:", "f:", "g:", "h:"), 3);
    }

    private void backUpAndRestore(List<String> groups, int partitions) throws Exception {
        Path backup = place.resolve("backup");
        Map<Integer, Long> acknowledged = new TreeMap<>();
        BackupProcess made;
        try (RunningServer server = launch("data", partitions).startReady()) {
            Client http = server.client();
            open(groups, http);
            assertEquals(partitions, loads.size());
            loads.values().forEach(load -> load.start(http));
            for (GroupLoad load : loads.values()) {
                load.await(ANSWERS_BEFORE / partitions);
            }
            loads.forEach((partition, load) -> acknowledged.put(partition, load.newest()));
            made = BackupProcess.copy(place.resolve("data"), backup).done();
            for (GroupLoad load : loads.values()) {
                load.awaitMore(ANSWERS_LATER);
            }
            for (GroupLoad load : loads.values()) {
                load.stop();
            }
            server.kill();
        }
        System.out.println(made.output().strip());
        BackupProcess.verify(backup).done();
        copy(backup, place.resolve("restored"));
        Map<Integer, Long> cut = positions(made);
        acknowledged.forEach(
                (partition, position) ->
                        assertTrue(
                                position <= cut.get(partition),
                                partition + ":" + position + " is not in " + made.output()));
        restoredTwice(partitions, cut);
        BackupProcess.verify(backup).done();
        BackupProcess.verify(place.resolve("restored")).refused(3, "did a node run on it");
    }

    private void restoredTwice(int partitions, Map<Integer, Long> cut) throws IOException {
        try (RunningServer restored = launch("restored", partitions).startReady()) {
            Client http = restored.client();
            http.get("/v1/audit/trial-balance").expect(200).has("/balanced", "true");
            loads.forEach((partition, load) -> atTheCut(http, partition, cut.get(partition)));
            writesGoOn(http, "first", cut, 1);
            restored.kill();
        }
        try (RunningServer again = launch("restored", partitions).startReady()) {
            again.client().get("/v1/audit/trial-balance").has("/balanced", "true");
            writesGoOn(again.client(), "first", cut, 1);
            writesGoOn(again.client(), "second", cut, 2);
        }
    }

    private void atTheCut(Client http, int partition, long cut) {
        GroupLoad load = loads.get(partition);
        assertTrue(load.newest() > cut, "nothing happened after the cut");
        load.mustMatch(http, cut, otherAccounts.getOrDefault(partition, 0));
        for (GroupLoad.Entry entry : load.after(cut)) {
            http.get("/v1/transfers/" + entry.id() + "?from_account=" + entry.from()).expect(404);
        }
        assertEquals(partition + ":" + cut, position(http, partition));
    }

    private static String position(Client http, int partition) {
        Got trial = http.get("/v1/audit/trial-balance").expect(200);
        return trial.at("/partitions/" + (partition - 1) + "/position");
    }

    private void writesGoOn(Client http, String id, Map<Integer, Long> cut, int further) {
        loads.forEach(
                (partition, load) ->
                        assertEquals(
                                partition + ":" + (cut.get(partition) + further),
                                load.payOnce(http, id)));
    }

    /** One group of accounts for each partition, the first that is found. */
    private void open(List<String> groups, Client http) {
        for (String group : groups) {
            GroupLoad load = new GroupLoad(group);
            int partition = load.open(http);
            if (loads.putIfAbsent(partition, load) != null) {
                otherAccounts.merge(partition, load.accounts(), Integer::sum);
                load.close();
            }
        }
    }

    private Launch launch(String data, int partitions) {
        return Launch.on(place.resolve(data))
                .with("groups.money.partitions=" + partitions)
                .with("log.segment.bytes=1048576")
                .with("snapshot.events=300");
    }

    private static Map<Integer, Long> positions(BackupProcess made) {
        Map<Integer, Long> positions = new TreeMap<>();
        for (String position : made.value("positions").split(",", -1)) {
            String[] parts = position.split(":", 2);
            positions.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
        }
        return positions;
    }

    private long segments() throws IOException {
        try (Stream<Path> files = Files.list(place.resolve("backup/partitions/1"))) {
            return files.filter(file -> file.toString().endsWith(".log")).count();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
