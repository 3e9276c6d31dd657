package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clean stop and a new start leave as it was, and how wrong starts end. */
class RestartIT {
    @TempDir private Path data;

    @Test
    void aNewProcessGivesTheFirstAnswersByteForByte() throws IOException {
        String done = Bodies.transfer("bank", "alice", "25.00", "t-1");
        String refused = Bodies.transfer("alice", "bank", "99.00", "t-2");
        Got account;
        Got first;
        Got refusal;
        try (RunningServer server = Launch.on(data).startReady()) {
            Client http = server.client();
            http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
            http.put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
            first = http.post(Bodies.TRANSFER_PATH, done).expect(200);
            refusal = http.post(Bodies.TRANSFER_PATH, refused).expect(422);
            account = http.get("/v1/accounts/alice").expect(200);
            assertEquals(0, server.terminate(), server::stderr);
            assertTrue(server.lastLine().endsWith("stopped"), server::stderr);
        }
        try (RunningServer server = Launch.on(data).startReady()) {
            Client http = server.client();
            server.awaitError("with 5 events in");
            Got again = http.post(Bodies.TRANSFER_PATH, done).expect(200);
            assertTrue(again.isReplay());
            assertEquals(first.body(), again.body());
            assertEquals(first.header("Windlass-Position"), again.header("Windlass-Position"));
            Got refusedAgain = http.post(Bodies.TRANSFER_PATH, refused).expect(422);
            assertTrue(refusedAgain.isReplay());
            assertEquals(refusal.body(), refusedAgain.body());
            assertEquals(account.body(), http.get("/v1/accounts/alice").expect(200).body());
            http.put("/v1/accounts/alice", Bodies.account("customer")).expect(200);
        }
    }

    @Test
    void wrongSettingsEndTheStartWithAWord() throws IOException {
        refused(Launch.on(data).with("http.prot=1"), 2, "http.prot");
        refused(Launch.on(data).withVariable("WINDLASS_HTTP_PROT=1"), 2, "WINDLASS_HTTP_PROT");
        refused(Launch.on(data).with("http.port=70000"), 2, "http.port is 70000");
        refused(Launch.on(data).with("binary.credit=0"), 2, "binary.credit is 0");
        refused(Launch.on(data).with("http.host=0.0.0.0"), 2, "loopback");
        refused(Launch.on(data).with("log.segment.bytes=1024"), 2, "log.segment.bytes");
    }

    @Test
    void aDirectoryBelongsToOneProcess() throws IOException {
        try (RunningServer server = Launch.on(data).startReady()) {
            refused(Launch.on(data), 1, data.toString());
            server.client().get("/health/ready").expect(200);
        }
    }

    @Test
    void aPortThatIsTakenEndsTheStart() throws IOException {
        try (RunningServer server = Launch.on(data.resolve("a")).startReady()) {
            int port = server.client().base().getPort();
            refused(Launch.on(data.resolve("b")).with("http.port=" + port), 1, "" + port);
            int binary = Purse.port(server);
            refused(Launch.on(data.resolve("c")).with("binary.port=" + binary), 1, "" + binary);
        }
    }

    private static void refused(Launch launch, int code, String word) throws IOException {
        try (RunningServer server = launch.start()) {
            assertEquals(code, server.awaitExit(), server::stderr);
            assertTrue(server.lastLine().startsWith("windlass: "), server::stderr);
            assertTrue(server.lastLine().contains(word), server::stderr);
        }
    }
}
