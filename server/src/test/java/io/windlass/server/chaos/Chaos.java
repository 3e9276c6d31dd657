package io.windlass.server.chaos;

import io.windlass.server.chaos.Finding.Kind;
import io.windlass.server.it.Bodies;
import io.windlass.server.it.Client;
import io.windlass.server.it.Got;
import io.windlass.server.it.Launch;
import io.windlass.server.it.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Kills a server again and again while clients move money, and looks after each kill whether every
 * answer still stands. The seed decides the orders and after how many answers the server dies; the
 * threads decide the rest.
 */
final class Chaos {
    private static final int ANSWERS_MIN = 50;
    private static final int ANSWERS_MORE = 600;
    private static final int SAMPLE = 25;
    private static final int START_KILLED_EVERY = 20;

    /** A server that lives for two seconds gets nothing back for the work of the slow compiler. */
    private static final String QUICK_COMPILER = "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1";

    private final Path data;
    private final long seed;
    private final Books books = new Books();
    private final Random random;
    private final List<Long> restartMillis = new ArrayList<>();

    /** Accidents to a new server with this data directory. */
    Chaos(Path data, long seed) {
        this.data = data;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /**
     * Runs cycles until something is found; fails with an {@link AssertionError} where the server
     * does not start or answer.
     *
     * @param whenDone told after each cycle
     */
    void run(int cycles, Consumer<Chaos> whenDone) throws Exception {
        RunningServer server = launch().startReady();
        try (Load load = new Load(books, seed)) {
            load.openAccounts(server.client());
            while (restartMillis.size() < cycles && findings().isEmpty()) {
                int cycle = restartMillis.size();
                List<Future<Order>> clients = load.start(server.client(), cycle);
                awaitAnswers(books.size() + ANSWERS_MIN + random.nextInt(ANSWERS_MORE), clients);
                server.kill();
                if (cycle % START_KILLED_EVERY == 5) {
                    killInTheMiddleOfTheStart();
                }
                server = restart();
                load.resolve(clients, server.client());
                look(server.client(), load);
                whenDone.accept(this);
            }
            Client last = server.client();
            books.entries().parallelStream().forEach(entry -> stands(last, entry));
        } finally {
            server.close();
        }
    }

    /** How long the starts after the kills took so far, in milliseconds. */
    List<Long> restartMillis() {
        return List.copyOf(restartMillis);
    }

    /** How many orders have got an answer. */
    int answers() {
        return books.size();
    }

    /** Everything that must not be. */
    List<Finding> findings() {
        return books.findings();
    }

    /** How many segments the log has by now. */
    long segments() throws IOException {
        Path partition = data.resolve("partitions/1");
        if (!Files.isDirectory(partition)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(partition)) {
            return files.filter(file -> file.toString().endsWith(".log")).count();
        }
    }

    private Launch launch() {
        return Launch.on(data).with("log.segment.bytes=1048576").withVariable(QUICK_COMPILER);
    }

    private RunningServer restart() throws IOException {
        RunningServer server = launch().startReady();
        restartMillis.add(server.ageNanos() / 1_000_000);
        server.awaitError("replayed");
        if (!server.stderr().matches("(?s).*replayed \\d+ frames with \\d+ events in .*")) {
            throw new AssertionError("no word about the replay:\n" + server.stderr());
        }
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

    private void awaitAnswers(int count, List<Future<Order>> clients) throws InterruptedException {
        boolean enough = books.awaitSize(count);
        if (!enough || clients.stream().anyMatch(Future::isDone)) {
            throw new AssertionError("a client got no answer from a living server");
        }
    }

    private void look(Client http, Load load) {
        books.compare(Seen.of(http, books.accounts(), books.orders()));
        List<Entry> all = new ArrayList<>(books.entries());
        int newest = Math.max(0, all.size() - SAMPLE);
        List<Entry> older = all.subList(0, newest);
        Collections.shuffle(older, random);
        List<Entry> some = new ArrayList<>(all.subList(newest, all.size()));
        some.addAll(older.subList(0, Math.min(SAMPLE, older.size())));
        some.forEach(entry -> stands(http, entry));
        try (Teller teller = load.teller(http)) {
            some.stream()
                    .filter(entry -> Teller.takes(entry.order()))
                    .forEach(entry -> standsPacked(teller, entry.order()));
        }
    }

    /** The same at the binary port. */
    private void standsPacked(Teller teller, Order order) {
        Optional<Got> again = teller.answer(order, teller.start(order));
        again.ifPresent(got -> books.take(order, got));
        if (!again.map(Got::isReplay).orElse(false)) {
            books.find(Kind.LOST, order.id(), "was executed again or not at all: " + again);
        }
    }

    /** The same order again gets the first answer, the same id with another amount does not. */
    private void stands(Client http, Entry entry) {
        Order order = entry.order();
        Got again = http.post(Bodies.TRANSFER_PATH, order.body());
        books.take(order, again);
        if (!again.isReplay()) {
            books.find(Kind.LOST, order.id(), "was executed again: " + again.body());
        }
        if (entry.position() % 8 == 0) {
            Order other = new Order(order.from(), order.to(), order.cents() + 1, order.id());
            Got mismatch = http.post(Bodies.TRANSFER_PATH, other.body());
            if (mismatch.status() != 422 || !mismatch.at("/code").equals("idempotency-mismatch")) {
                books.find(Kind.WRONG, order.id(), "with another amount: " + mismatch.body());
            }
            Got found = http.get("/v1/transfers/" + order.id() + "?from_account=" + order.from());
            if (!found.at("/position").equals(entry.answer().at("/position"))) {
                books.find(Kind.LOST, order.id(), "is shown as " + found.body());
            }
        }
    }
}
