package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.windlass.edge.binary.TransferResult;
import io.windlass.edge.client.Account;
import io.windlass.edge.client.CallAnswer;
import io.windlass.edge.client.ClientException;
import io.windlass.edge.client.ClientOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client of the binary protocol against the real server. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ClientIT {
    private static final int INSUFFICIENT_FUNDS = 1_032;
    private static final int KILLS = 3;

    @TempDir private Path data;
    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void transfersMoveMoneyOnceAndRefusalsAreResults() throws IOException {
        try (RunningServer server = Launch.on(data).startReady()) {
            Client http = server.client();
            http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
            http.put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
            var client = connect(port(http));
            List<Account> both = on(() -> client.accounts(List.of("bank", "alice")));
            assertEquals(2, both.get(0).scale());
            UUID id = UUID.randomUUID();
            TransferResult first = on(() -> client.transfer(id, both.get(0), both.get(1), 2_500));
            assertEquals(0, first.code());
            assertEquals(2_500, first.toBalance());
            http.get("/v1/accounts/alice").expect(200).has("/posted", "25.00");
            TransferResult again = on(() -> client.transfer(id, both.get(0), both.get(1), 2_500));
            assertEquals(TransferResult.REPLAYED, again.flags() & TransferResult.REPLAYED);
            assertEquals(first.sequence(), again.sequence());
            UUID other = UUID.randomUUID();
            TransferResult much = on(() -> client.transfer(other, both.get(1), both.get(0), 9_900));
            assertEquals(INSUFFICIENT_FUNDS, much.code());
            ClientException nobody =
                    assertThrows(
                            ClientException.class,
                            () -> on(() -> client.accounts(List.of("nobody"))));
            assertEquals(ClientException.Kind.UNKNOWN_ACCOUNT, nobody.kind());
            on(client::close);
        }
    }

    @Test
    void anEndpointIsCalledByItsNumber() throws IOException {
        try (RunningServer server = Launch.on(data).startReady()) {
            Client http = server.client();
            String number = "/paths/~1v1~1accounts~1{account_id}/put/x-windlass-number";
            int put = Integer.parseInt(http.get("/openapi.json").expect(200).at(number));
            var client = connect(port(http));
            JsonObject carol = new JsonObject().put("account_id", "carol").put("currency", "USD");
            CallAnswer opened = on(() -> client.call(put, carol));
            assertEquals(201, opened.status(), () -> opened.body().toString());
            assertEquals("1:2", opened.position());
            assertEquals("carol", opened.json().getString("account_id"));
            assertEquals(200, on(() -> client.call(put, carol)).status());
            assertEquals(400, on(() -> client.call(put, new JsonObject())).status());
            assertEquals("carol", on(() -> client.accounts(List.of("carol"))).get(0).name());
            on(client::close);
        }
    }

    @Test
    void aServerThatIsKilledInTheMiddleGivesEveryTransferOneOutcome() throws Exception {
        RunningServer server = Launch.on(data).startReady();
        try {
            int binaryPort = port(server.client());
            List<String> names = Traffic.open(server.client());
            var client = connect(binaryPort);
            Traffic traffic = new Traffic(client, on(() -> client.accounts(names)));
            Future<Void> done = start(traffic::run);
            for (int kill = 1; kill <= KILLS; kill++) {
                traffic.awaitQuarters(kill);
                server.kill();
                server = Launch.on(data).with("binary.port=" + binaryPort).startReady();
            }
            done.await();
            on(client::close);
            assertEquals(Traffic.TRANSFERS, traffic.answers());
            assertTrue(traffic.refused() < Traffic.TRANSFERS / 2, "mostly refusals tell little");
            assertSame(traffic, names, server.client());
        } finally {
            server.close();
        }
    }

    private static void assertSame(Traffic traffic, List<String> names, Client http) {
        for (int i = 0; i < names.size(); i++) {
            String posted = http.get("/v1/accounts/" + names.get(i)).expect(200).at("/posted");
            assertEquals(BigDecimal.valueOf(traffic.balance(i), 2), new BigDecimal(posted));
        }
        Got trial = http.get("/v1/audit/trial-balance").expect(200);
        assertEquals("true", trial.at("/balanced"));
        int events = 1 + names.size() + Traffic.TRANSFERS;
        assertEquals("1:" + events, trial.at("/partitions/0/position"));
    }

    private io.windlass.edge.client.Client connect(int port) {
        ClientOptions options =
                ClientOptions.at("127.0.0.1", port).withWaitBudget(Duration.ofSeconds(60));
        return on(() -> io.windlass.edge.client.Client.connect(vertx, options));
    }

    private static int port(Client http) {
        return Integer.parseInt(http.get("/v1/info").expect(200).at("/binary_port"));
    }

    private <T> T on(Supplier<Future<T>> action) {
        return start(action).await();
    }

    private <T> Future<T> start(Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        loop.runOnContext(nothing -> action.get().onComplete(promise));
        return promise.future();
    }
}
