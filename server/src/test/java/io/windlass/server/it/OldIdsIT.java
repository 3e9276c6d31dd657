package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ids that are older than those in memory, by HTTP: time-ordered ones and others. */
class OldIdsIT {
    private static final int IDS = 400;

    @TempDir private Path data;
    private final List<Got> first = new ArrayList<>();

    @Test
    void anOldIdIsAnsweredAsAtFirstAndNotExecutedAgain() throws IOException {
        try (RunningServer server = launch().startReady()) {
            Client http = server.client();
            http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
            http.put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
            for (int id = 0; id < IDS; id++) {
                first.add(http.post(Bodies.TRANSFER_PATH, transfer(id, "1.00")).expect(200));
            }
            server.awaitError("20 ids up to 1:");
            assertAllAreKnown(http);
            assertEquals(0, server.terminate(), server::stderr);
        }
        try (Stream<Path> files = Files.list(data.resolve("partitions/1/archive"))) {
            assertTrue(files.count() > 10);
        }
        try (RunningServer server = launch().startReady()) {
            server.awaitError("loaded the snapshot");
            assertAllAreKnown(server.client());
        }
    }

    private void assertAllAreKnown(Client http) throws IOException {
        for (int id = 0; id < IDS; id++) {
            Got again = http.post(Bodies.TRANSFER_PATH, transfer(id, "1.00")).expect(200);
            assertTrue(again.isReplay());
            assertEquals(first.get(id).body(), again.body());
            http.post(Bodies.TRANSFER_PATH, transfer(id, "2.00")).expect(422);
            http.get("/v1/transfers/" + name(id) + "?from_account=bank").expect(200);
        }
        http.get("/v1/transfers/t-never?from_account=bank").expect(404);
        assertTrue(http.get("/v1/accounts/alice").expect(200).body().contains("\"400.00\""));
    }

    private Launch launch() {
        return Launch.on(data).with("ids.hot=50").with("ids.sealed=20").with("snapshot.events=150");
    }

    private static String transfer(int id, String amount) {
        return Bodies.transfer("bank", "alice", amount, name(id));
    }

    private static String name(int id) {
        return id % 2 == 0
                ? "t-" + id
                : String.format("0190163d-8694-7%03x-8000-%012x", id, id * 7_919L);
    }
}
