package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.BinaryClient;
import io.windlass.server.it.Purse.Order;
import io.windlass.server.it.Purse.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers of the binary port outlive the process; other partitions and a full node refuse. */
class BinaryRestartIT {
    private static final int ACROSS = 22;
    private static final int OVERLOADED = 16;

    @TempDir private Path data;

    @Test
    void whatWasAcknowledgedStaysAndIsAnsweredAgainAlike() throws IOException {
        List<List<Order>> frames = frames();
        List<List<Result>> first = new ArrayList<>();
        try (RunningServer server = Launch.on(data).startReady()) {
            Client http = server.client();
            http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
            http.put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
            http.put("/v1/accounts/bob", Bodies.account("customer")).expect(201);
            try (Purse purse = Purse.of(server)) {
                for (List<Order> frame : frames) {
                    first.add(purse.transfer(frame));
                }
            }
            server.kill();
        }
        Set<Integer> codes = new HashSet<>();
        try (RunningServer server = Launch.on(data).startReady();
                Purse purse = Purse.of(server)) {
            for (int i = 0; i < frames.size(); i++) {
                List<Result> again = purse.transfer(frames.get(i));
                for (int j = 0; j < again.size(); j++) {
                    assertTrue(again.get(j).isReplay());
                    assertEquals(first.get(i).get(j).bytes(), again.get(j).bytes());
                    codes.add(again.get(j).code());
                }
            }
            assertEquals(lastBalance(frames, first), posted(server, "alice"));
            server.client().get("/v1/audit/trial-balance").has("/balanced", "true");
        }
        assertEquals(Set.of(0, 1032), codes);
    }

    @Test
    void accountsOfDifferentPartitionsDoNotMeet() throws IOException {
        Launch launch = Launch.on(data).with("groups.money.partitions=3");
        try (RunningServer server = launch.with("log.segment.bytes=1048576").startReady()) {
            Client http = server.client();
            List<String> groups = List.of("a", "b", "c", "d", "e", "f");
            List<Order> orders = new ArrayList<>();
            List<String> partitions = new ArrayList<>();
            for (String group : groups) {
                http.put(
                        "/v1/accounts/" + group + ":mint", Bodies.affineAccount("external", "USD"));
                Got purse =
                        http.put(
                                "/v1/accounts/" + group + ":purse",
                                Bodies.affineAccount("customer", "USD"));
                partitions.add(purse.at("/last_position").split(":", 2)[0]);
            }
            for (String from : groups) {
                for (String to : groups) {
                    orders.add(new Order(orders.size() + 1, from + ":mint", to + ":purse", 7));
                }
            }
            try (Purse purse = Purse.of(server)) {
                List<Result> results = purse.transfer(orders);
                for (int i = 0; i < results.size(); i++) {
                    String from = partitions.get(i / groups.size());
                    String to = partitions.get(i % groups.size());
                    assertEquals(from.equals(to) ? 0 : ACROSS, results.get(i).code());
                    assertEquals(
                            from.equals(to) ? from : "0",
                            Integer.toString(results.get(i).partition()));
                }
                assertTrue(new HashSet<>(partitions).size() > 1);
            }
            http.get("/v1/audit/trial-balance").has("/balanced", "true");
        }
    }

    @Test
    void aFullNodeSaysSoForEachCommandAndDoesNone() throws IOException {
        try (RunningServer server = Launch.on(data).with("inbox.commands=4").startReady()) {
            Client http = server.client();
            http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
            http.put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
            try (Purse purse = Purse.of(server)) {
                int frames = 10;
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                for (int i = 0; i < frames; i++) {
                    List<byte[]> commands = new ArrayList<>();
                    for (int j = 0; j < 20; j++) {
                        commands.add(purse.command(new Order(20 * i + j, "bank", "alice", 1)));
                    }
                    all.writeBytes(Purse.frame(commands, i));
                }
                purse.client().send(all.toByteArray());
                int done = 0;
                for (int i = 0; i < frames; i++) {
                    List<Result> results = Purse.results(purse.client().next().expect(6));
                    boolean isDone = results.get(0).code() == 0;
                    done += isDone ? results.size() : 0;
                    for (Result result : results) {
                        assertEquals(isDone ? 0 : OVERLOADED, result.code());
                        assertEquals(isDone, result.sequence() > 0);
                    }
                }
                assertTrue(done < 20 * frames, "the node was never full");
                assertEquals(done, posted(server, "alice"));
            }
        }
    }

    @Test
    void moreThanTheCreditEndsTheConnection() throws IOException {
        try (RunningServer server = Launch.on(data).with("binary.credit=10").startReady()) {
            server.client().put("/v1/accounts/bank", Bodies.account("external")).expect(201);
            server.client().put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
            try (Purse purse = Purse.of(server)) {
                List<byte[]> commands = new ArrayList<>();
                for (int i = 0; i < 11; i++) {
                    commands.add(purse.command(new Order(i, "bank", "alice", 1)));
                }
                purse.client().send(Purse.frame(commands, 1));
                assertEquals(9, purse.client().next().error());
            }
            assertEquals(0, posted(server, "alice"));
        }
    }

    @Test
    void aNodeThatIsStoppedSaysSoAndAnswersWhatItHasTaken() throws Exception {
        try (RunningServer server = Launch.on(data).startReady()) {
            server.client().put("/v1/accounts/bank", Bodies.account("external")).expect(201);
            server.client().put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
            try (Purse purse = Purse.of(server)) {
                purse.transfer(1, "bank", "alice", 1);
                CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(server::terminate);
                purse.client().next().expect(BinaryClient.GO_AWAY);
                assertEquals(0, purse.transfer(2, "bank", "alice", 1).code());
                assertTrue(purse.client().hasEnded());
                purse.close();
                assertEquals(0, exit.get(20, TimeUnit.SECONDS), server::stderr);
            }
        }
        try (RunningServer server = Launch.on(data).startReady()) {
            assertEquals(2, posted(server, "alice"));
        }
    }

    private static List<List<Order>> frames() {
        Random random = new Random(3);
        List<List<Order>> frames = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            List<Order> frame = new ArrayList<>();
            for (int j = 0; j < 50; j++) {
                boolean comes = random.nextInt(3) > 0;
                String from = comes ? "bank" : random.nextBoolean() ? "alice" : "bob";
                String to = comes ? "alice" : from.equals("alice") ? "bob" : "bank";
                frame.add(new Order(i * 50L + j, from, to, 1 + random.nextInt(500)));
            }
            frames.add(frame);
        }
        return frames;
    }

    /** What the newest result with a balance of alice says. */
    private static long lastBalance(List<List<Order>> frames, List<List<Result>> results) {
        record Seen(long sequence, long balance) {}
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            for (int j = 0; j < frames.get(i).size(); j++) {
                Order order = frames.get(i).get(j);
                Result result = results.get(i).get(j);
                if (result.code() == 0 && order.from().equals("alice")) {
                    seen.add(new Seen(result.sequence(), result.fromBalance()));
                } else if (result.code() == 0 && order.to().equals("alice")) {
                    seen.add(new Seen(result.sequence(), result.toBalance()));
                }
            }
        }
        return seen.stream().max(Comparator.comparing(Seen::sequence)).orElseThrow().balance();
    }

    private static long posted(RunningServer server, String account) {
        String posted = server.client().get("/v1/accounts/" + account).expect(200).at("/posted");
        return Long.parseLong(posted.replace(".", ""));
    }
}
