package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a node under load, and the node that is started on a copy of it. */
class BackupIT {
    private static final int ANSWERS_BEFORE = 6_000;
    private static final int ANSWERS_LATER = 300;

    @TempDir private Path place;

    @Test
    void aNodeOnACopyIsTheNodeAtTheCut() throws Exception {
        backUpAndRestore(List.of(""));
    }

    @Test
    void threePartitionsAreCutAtOneMoment() throws Exception {
        backUpAndRestore(List.of("a:", "b:", "c:", "d:", "e:", "f:", "g:", "h:"));
    }

    /** The load of one partition. */
    private record Share(Books books, Load load, List<Future<Order>> clients) {}

    private void backUpAndRestore(List<String> groups) throws Exception {
        int partitions = groups.size() == 1 ? 1 : 3;
        Path backup = place.resolve("backup");
        Map<Integer, Share> shares = new TreeMap<>();
        Map<Integer, List<Books.Entry>> before = new HashMap<>();
        BackupProcess made;
        try (RunningServer server = launch("data", partitions).startReady()) {
            open(groups, server.client(), shares);
            assertEquals(partitions, shares.size());
            for (Share share : shares.values()) {
                share.clients.addAll(share.load.start(server.client(), 1));
                share.books.awaitSize(ANSWERS_BEFORE / partitions);
            }
            shares.forEach((partition, share) -> before.put(partition, share.books.entries()));
            made = BackupProcess.copy(place.resolve("data"), backup).done();
            for (Share share : shares.values()) {
                share.books.awaitSize(share.books.size() + ANSWERS_LATER);
            }
            server.kill();
        }
        System.out.println(made.output().strip());
        BackupProcess.verify(backup).done();
        assertTrue(partitions > 1 || segments(backup) > 1, "the segments were too large to roll");
        learnTheRest(shares, partitions);
        copy(backup, place.resolve("restored"));
        Map<Integer, Long> positions = positions(made);
        try (RunningServer restored = launch("restored", partitions).startReady()) {
            Client http = restored.client();
            http.get("/v1/audit/trial-balance").expect(200).has("/balanced", "true");
            shares.forEach(
                    (partition, share) -> {
                        long cut = positions.get(partition);
                        before.get(partition)
                                .forEach(entry -> assertTrue(entry.position() <= cut, "" + entry));
                        atTheCut(http, share.books, cut);
                        writesGoOn(http, share, partition + ":" + (cut + 1));
                    });
            restored.kill();
        }
        try (RunningServer again = launch("restored", partitions).startReady()) {
            again.client().get("/v1/audit/trial-balance").has("/balanced", "true");
            shares.forEach(
                    (partition, share) ->
                            writesGoOn(
                                    again.client(),
                                    share,
                                    partition + ":" + (positions.get(partition) + 1)));
        }
        BackupProcess.verify(backup).done();
        BackupProcess.verify(place.resolve("restored")).refused(3, "did a node run on it");
    }

    private static void atTheCut(Client http, Books books, long cut) {
        books.mustMatch(http, cut);
        books.entries().parallelStream()
                .filter(entry -> entry.position() <= cut)
                .forEach(entry -> entry.stands(http));
        List<Books.Entry> later =
                books.entries().stream().filter(entry -> entry.position() > cut).toList();
        assertFalse(later.isEmpty(), "nothing happened after the cut");
        for (Books.Entry entry : later) {
            Order order = entry.order();
            http.get("/v1/transfers/" + order.id() + "?from_account=" + order.from()).expect(404);
        }
        books.mustMatch(http, cut);
    }

    private static void writesGoOn(Client http, Share share, String position) {
        Order order = share.books.entries().get(0).order();
        Order next = new Order(order.from(), order.to(), 1, "after-the-restore");
        Got got = http.post(Bodies.TRANSFER_PATH, next.body());
        assertEquals(position, got.at("/position"), got.body());
    }

    /** What nobody had an answer to when the node died, the next one on its data tells. */
    private void learnTheRest(Map<Integer, Share> shares, int partitions) throws IOException {
        try (RunningServer next = launch("data", partitions).startReady()) {
            for (Share share : shares.values()) {
                share.load.resolve(share.clients, next.client());
                share.load.close();
            }
        }
    }

    /** One group of accounts for each partition, the first that is found. */
    private static void open(List<String> groups, Client http, Map<Integer, Share> shares) {
        for (String group : groups) {
            Books books = new Books();
            Load load = new Load(books, group);
            int partition = load.openAccounts(http);
            if (shares.containsKey(partition)) {
                shares.get(partition).books.openedOthers(books);
                load.close();
            } else {
                shares.put(partition, new Share(books, load, new ArrayList<>()));
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
        for (String position : made.value("positions").split(",")) {
            String[] parts = position.split(":", 2);
            positions.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
        }
        return positions;
    }

    private static long segments(Path backup) throws IOException {
        try (Stream<Path> files = Files.list(backup.resolve("partitions/1"))) {
            return files.filter(file -> file.toString().endsWith(".log")).count();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(
                        path,
                        to.resolve(from.relativize(path)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
