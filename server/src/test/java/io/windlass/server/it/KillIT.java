package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed again and again while clients move money: nothing that was acknowledged
 * is lost, nothing is done twice. {@code -Dwindlass.kills=N} sets the number of kills.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("windlass.kills", 50);
    private static final int KILLS_FOR_SEGMENTS = 50;
    private static final int ANSWERS_MIN = 50;
    private static final int ANSWERS_MORE = 600;
    private static final int SAMPLE = 25;
    private static final long SEED = 20_261_122;

    @TempDir private Path data;

    private final Books books = new Books();
    private final Random random = new Random(SEED);
    private final List<Long> restartMillis = new ArrayList<>();

    @Test
    void aServerKilledUnderLoadLosesNothingAndDoublesNothing() throws Exception {
        RunningServer server = launch().startReady();
        try (Load load = new Load(books)) {
            load.openAccounts(server.client());
            for (int kill = 0; kill < KILLS; kill++) {
                List<Future<Order>> clients = load.start(server.client(), kill);
                awaitAnswers(books.size() + ANSWERS_MIN + random.nextInt(ANSWERS_MORE), clients);
                server.kill();
                if (kill % 20 == 5) {
                    killInTheMiddleOfTheStart();
                }
                server = restart();
                load.resolve(clients, server.client());
                books.mustMatch(server.client());
                newestAndSomeStand(server.client());
            }
            Client last = server.client();
            books.entries().parallelStream().forEach(entry -> stands(last, entry));
        } finally {
            server.close();
        }
        assertTrue(
                KILLS < KILLS_FOR_SEGMENTS || segments() > 2,
                "the segments were too large to roll");
        tell();
    }

    private Launch launch() {
        return Launch.on(data).with("log.segment.bytes=1048576");
    }

    private RunningServer restart() throws IOException {
        RunningServer server = launch().startReady();
        restartMillis.add(server.ageNanos() / 1_000_000);
        server.awaitError("replayed");
        assertTrue(
                server.stderr().matches("(?s).*replayed \\d+ frames with \\d+ events in .*"),
                server::stderr);
        return server;
    }

    /** At once, then while the log is read, then just before it is ready. */
    private void killInTheMiddleOfTheStart() throws IOException {
        launch().start().kill();
        for (String line : List.of("settings:", "replayed")) {
            try (RunningServer starting = launch().start()) {
                starting.awaitError(line);
                starting.kill();
            }
        }
    }

    private void awaitAnswers(int count, List<Future<Order>> clients) throws Exception {
        boolean enough = books.awaitSize(count);
        for (Future<Order> client : clients) {
            assertFalse(client.isDone(), "a client gave up on a living server");
        }
        assertTrue(enough, "the clients get no answers");
    }

    private void newestAndSomeStand(Client http) {
        List<Books.Entry> all = new ArrayList<>(books.entries());
        int newest = Math.max(0, all.size() - SAMPLE);
        List<Books.Entry> older = all.subList(0, newest);
        Collections.shuffle(older, random);
        Stream.concat(all.subList(newest, all.size()).stream(), older.stream().limit(SAMPLE))
                .forEach(entry -> stands(http, entry));
    }

    /** The same order again gets the first answer, the same id with another amount does not. */
    private static void stands(Client http, Books.Entry entry) {
        Order order = entry.order();
        Got again = http.post(Bodies.TRANSFER_PATH, order.body());
        assertEquals(entry.answer().body(), again.body());
        assertEquals(entry.answer().status(), again.status());
        assertTrue(again.isReplay(), again.body());
        if (entry.position() % 8 == 0) {
            Order other = new Order(order.from(), order.to(), order.cents() + 1, order.id());
            http.post(Bodies.TRANSFER_PATH, other.body())
                    .problem(422, "idempotency-mismatch", "not-executed", "new-id");
            http.get("/v1/transfers/" + order.id() + "?from_account=" + order.from())
                    .expect(200)
                    .has("/position", entry.answer().at("/position"));
        }
    }

    private long segments() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("partitions/1"))) {
            return files.filter(file -> file.toString().endsWith(".log")).count();
        }
    }

    private void tell() {
        Collections.sort(restartMillis);
        System.out.printf(
                Locale.ROOT,
                "kills=%d answers=%d restart_ms_p50=%d restart_ms_max=%d%n",
                KILLS,
                books.size(),
                restartMillis.get(restartMillis.size() / 2),
                restartMillis.get(restartMillis.size() - 1));
    }
}
