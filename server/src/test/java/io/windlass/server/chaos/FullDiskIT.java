package io.windlass.server.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.server.it.Client;
import io.windlass.server.it.Got;
import io.windlass.server.it.Launch;
import io.windlass.server.it.RunningServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node whose disk is full refuses writes and goes on to be read, also after a kill; it takes
 * writes again as soon as there is space; no answer is lost on the way.
 */
class FullDiskIT {
    private static final int MEBIBYTES = 9;
    private static final int BALLAST_MEBIBYTES = 3;
    private static final int SENT_AGAIN = 50;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @TempDir private Path mount;

    private final Books books = new Books();
    private final Salaries salaries = new Salaries(books);

    @Test
    void aFullNodeReadsAndRefusesAndWritesAgainWhenThereIsSpace() throws Exception {
        try (Tmpfs disk = Tmpfs.of(mount, MEBIBYTES)) {
            Path ballast = mount.resolve("ballast");
            Files.write(ballast, new byte[BALLAST_MEBIBYTES << 20]);
            List<Order> refused;
            try (RunningServer server = launch().startReady()) {
                salaries.openAccounts(server.client());
                refused = salaries.untilFull(server.client());
                readsAndRefuses(server.client(), refused.get(0));
                Files.delete(ballast);
                writesAgain(server, refused);
                nothingIsLost(server.client());
                refused = salaries.untilFull(server.client());
                server.kill();
            }
            try (RunningServer server = launch().startReady()) {
                readsAndRefuses(server.client(), refused.get(0));
                server.kill();
            }
            try (RunningServer server = launch().startReady()) {
                readsAndRefuses(server.client(), refused.get(0));
                disk.resize(2 * MEBIBYTES);
                writesAgain(server, refused);
                nothingIsLost(server.client());
            }
        }
    }

    private Launch launch() {
        return Launch.on(mount.resolve("data")).with("log.segment.bytes=1048576");
    }

    private void readsAndRefuses(Client http, Order refused) {
        Got got = salaries.pay(http, refused);
        got.problem(507, "storage-full", "not-executed", "later");
        http.put("/v1/accounts/late", "{\"currency\":\"USD\",\"kind\":\"customer\"}").expect(507);
        http.get("/v1/accounts/late").expect(404);
        http.get("/health/ready").expect(200);
        http.get("/v1/info").expect(200);
        String newest = books.orders().get(books.size() - 1).id();
        for (String id : List.of(books.orders().get(0).id(), newest)) {
            http.get("/v1/transfers/" + id + "?from_account=bank")
                    .expect(200)
                    .has("/status", "SUCCEEDED");
        }
        http.get("/v1/transfers/" + refused.id() + "?from_account=bank").expect(404);
        books.compareSums(Seen.of(http, books.accounts(), List.of()));
        assertEquals(List.of(), books.findings());
    }

    private void writesAgain(RunningServer server, List<Order> refused) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Got got = salaries.pay(server.client(), refused.get(0));
        while (got.status() == 507 && System.nanoTime() < end) {
            got = salaries.pay(server.client(), refused.get(0));
        }
        got.expect(200);
        for (Order order : refused.subList(0, Math.min(SENT_AGAIN, refused.size()))) {
            salaries.pay(server.client(), order).expect(200);
        }
        assertTrue(server.isAlive(), server::stderr);
    }

    private void nothingIsLost(Client http) {
        books.compare(Seen.of(http, books.accounts(), books.orders()));
        assertEquals(List.of(), books.findings());
    }
}
