package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole server says of wrong requests, of itself, of currencies and of its books. */
class EdgeIT {
    @TempDir private static Path data;
    private static RunningServer server;
    private static Client http;

    @BeforeAll
    static void start() throws IOException {
        server = Launch.on(data).startReady();
        http = server.client();
        http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
        http.put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsNotBuiltYetIsNotFound() {
        for (String path :
                List.of(
                        "/v1/holds",
                        "/v1/transfers/t-1/reverse",
                        "/v1/transfers/group/x",
                        "/v1/nothing")) {
            http.post(path, "{}").problem(404, "not-found", "not-executed", "never");
        }
        http.get("/v1/holds/h-1").problem(404, "not-found", "not-executed", "never");
    }

    @Test
    void anotherMethodIsToldWhichOnesThereAre() {
        Got got = http.send("DELETE", "/v1/accounts/alice", "application/json", "");
        got.problem(405, "method-not-allowed", "not-executed", "never");
        assertEquals("GET, PUT", got.header("Allow"));
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        String body = Bodies.transfer("bank", "alice", "1.00", "u-1");
        http.send("POST", "/v1/transfers", "text/plain", body)
                .problem(415, "unsupported-media-type", "not-executed", "never");
        http.get("/v1/transfers/u-1?from_account=bank").expect(404);
    }

    @Test
    void wrongBodiesAreNamedAndNotExecuted() {
        String body = Bodies.transfer("bank", "alice", "1.00", "u-2");
        malformed(body.substring(1), "malformed-json");
        malformed(body.replace("\"1.00\"", "1.00"), "amount-not-string");
        malformed(body.replace("1.00", "01.00"), "amount-format");
        malformed(body.replace("1.00", "1.001"), "amount-scale");
        malformed(body.replace("1.00", "0.00"), "amount-not-positive");
        malformed(body.replace("1.00", "9223372036854775807"), "amount-out-of-range");
        malformed(body.replace("USD", "ZZZ"), "unknown-currency");
        malformed(body.replace("amount", "amuont"), "unknown-field");
        http.post("/v1/transfers", body.replace("1.00", "1." + "0".repeat(65_536)))
                .problem(413, "body-too-large", "not-executed", "never");
        http.get("/v1/transfers/u-2?from_account=bank").expect(404);
    }

    @Test
    void aCurrencyOfOnesOwnIsUsedAtOnce() {
        String xyz = "{\"scale\":3,\"name\":\"Example point\"}";
        Got registered = http.put("/v1/currencies/XYZ", xyz).expect(201);
        registered.has("/code", "XYZ").has("/scale", "3").has("/name", "Example point");
        http.put("/v1/currencies/XYZ", xyz).expect(200);
        http.put("/v1/currencies/XYZ", xyz.replace("3", "2"))
                .problem(409, "currency-exists-different", "not-executed", "never");
        http.put("/v1/accounts/mint", "{\"currency\":\"XYZ\",\"kind\":\"external\"}").expect(201);
        http.put("/v1/accounts/hoard", "{\"currency\":\"XYZ\"}").expect(201);
        http.post("/v1/transfers", Bodies.transfer("mint", "hoard", "0.125", "XYZ", "x-1"))
                .expect(200)
                .has("/to_balance", "0.125");
        http.post("/v1/transfers", Bodies.transfer("bank", "hoard", "1.00", "x-2"))
                .problem(422, "currency-mismatch", "rejected", "new-id");
        assertTrue(http.get("/v1/currencies").expect(200).body().contains("\"code\":\"XYZ\""));
    }

    @Test
    void theBooksBalance() {
        http.post("/v1/transfers", Bodies.transfer("bank", "alice", "12.34", "b-1")).expect(200);
        Got books = http.get("/v1/audit/trial-balance").expect(200);
        books.has("/balanced", "true")
                .has("/partitions/0/partition", "1")
                .has("/partitions/0/currencies/0/currency", "USD")
                .has("/partitions/0/currencies/0/sum", "0.00")
                .has("/partitions/0/currencies/0/accounts", "2")
                .has("/partitions/0/currencies/0/posted_customers", "12.34");
        assertTrue(books.at("/partitions/0/position").startsWith("1:"), books.body());
    }

    @Test
    void aNodeTellsWhatItIs() {
        http.get("/health/live").expect(200).has("/status", "live");
        http.get("/health/ready").expect(200).has("/status", "ready");
        http.get("/v1/info")
                .expect(200)
                .has("/name", "windlass")
                .has("/node_id", "1")
                .has("/groups/0/name", "money")
                .has("/groups/0/partitions", "1")
                .has("/groups/0/durability", "quorum-fsync");
        String meters = http.get("/metrics").expect(200).body();
        assertTrue(meters.contains("windlass_events_total"));
        assertTrue(meters.contains("windlass_loop_lag_seconds_max{loop="), meters);
        assertTrue(http.get("/").expect(200).body().contains("<h1>Windlass</h1>"));
    }

    @Test
    void everyProblemHasAPage() {
        http.get("/problems/insufficient-funds").expect(200).has("/status", "422");
        http.get("/problems/not-supported-across-partitions").expect(200).has("/status", "501");
        http.get("/problems/overloaded").expect(200).has("/retry", "same-id");
        http.get("/problems/nonsense").problem(404, "not-found", "not-executed", "never");
    }

    private static void malformed(String body, String code) {
        http.get("/problems/" + code).expect(200).has("/status", "400");
        http.post("/v1/transfers", body).problem(400, code, "not-executed", "never");
    }
}
