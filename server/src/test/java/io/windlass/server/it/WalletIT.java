package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public contract of the wallet, example by example. */
class WalletIT {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z";

    @TempDir private static Path data;
    private static RunningServer server;
    private static Client http;

    @BeforeAll
    static void start() throws IOException {
        server = Launch.on(data).startReady();
        http = server.client();
        http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
    }

    @AfterAll
    static void stop() {
        assertEquals(0, server.terminate(), server::stderr);
    }

    @Test
    void anAccountIsOpenedOnceAndReadBack() {
        Got opened = http.put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
        String position = opened.header("Windlass-Position");
        String expected =
                "{\"account_id\":\"alice\",\"currency\":\"USD\",\"kind\":\"customer\","
                        + "\"state\":\"OPEN\",\"overdraft_limit\":\"0.00\",\"posted\":\"0.00\","
                        + "\"held\":\"0.00\",\"incoming\":\"0.00\",\"available\":\"0.00\","
                        + "\"version\":1,\"opened_at\":\"T\",\"last_position\":\""
                        + position
                        + "\",\"metadata\":{}}";
        assertEquals(expected, opened.body().replaceFirst(TIME, "T"));
        assertEquals("application/json", opened.header("Content-Type"));
        Got again = http.put("/v1/accounts/alice", Bodies.account("customer")).expect(200);
        assertEquals(opened.body(), again.body());
        assertEquals(opened.body(), http.get("/v1/accounts/alice").expect(200).body());
        http.put("/v1/accounts/alice", Bodies.account("system"))
                .problem(409, "account-exists-different", "not-executed", "new-id");
        http.get("/v1/accounts/nobody").problem(404, "account-not-found", "not-executed", "never");
    }

    @Test
    void aTransferIsExecutedOnceWhateverIsSentAgain() {
        open("bob");
        String body = Bodies.transfer("bank", "bob", "25.00", "t-1");
        Got first = http.post(Bodies.TRANSFER_PATH, body).expect(200);
        String position = first.header("Windlass-Position");
        String expected =
                "{\"status\":\"SUCCEEDED\",\"transaction_id\":\"t-1\",\"position\":\""
                        + position
                        + "\",\"time\":\"T\",\"from_balance\":\""
                        + first.at("/from_balance")
                        + "\",\"to_balance\":\"25.00\"}";
        assertEquals(expected, first.body().replaceFirst(TIME, "T"));
        assertTrue(first.at("/from_balance").startsWith("-"), first.body());
        assertFalse(first.isReplay());
        Got again = http.post("/v1/transfers", body).expect(200);
        assertTrue(again.isReplay());
        assertEquals(first.body(), again.body());
        String strategy = body.replace("}", ",\"strategy\":\"tcc\",\"wait\":\"decided\"}");
        assertEquals(first.body(), http.post("/v1/transfers", strategy).expect(200).body());
        Got other = http.post("/v1/transfers", body.replace("25.00", "26.00"));
        other.problem(422, "idempotency-mismatch", "not-executed", "new-id")
                .has("/differs/0", "amount")
                .has("/transaction_id", "t-1")
                .has("/position", position);
        assertEquals(1, other.json().at("/differs").size());
        http.get("/v1/accounts/bob/balance").expect(200).has("/posted", "25.00");
    }

    @Test
    void aRefusalNamesWhatIsMissingAndStands() {
        open("carol");
        open("dave");
        String body = Bodies.transfer("carol", "dave", "25.00", "t-2");
        Got refused = http.post(Bodies.TRANSFER_PATH, body);
        String position = refused.header("Windlass-Position");
        refused.problem(422, "insufficient-funds", "rejected", "new-id")
                .has("/instance", "/v1/transfers/t-2?from_account=carol")
                .has("/transaction_id", "t-2")
                .has("/available", "0.00")
                .has("/requested", "25.00")
                .has("/position", position);
        http.post(Bodies.TRANSFER_PATH, Bodies.transfer("bank", "carol", "99.00", "t-3"))
                .expect(200);
        Got again = http.post(Bodies.TRANSFER_PATH, body).expect(422);
        assertTrue(again.isReplay());
        assertEquals(refused.body(), again.body());
        http.get("/v1/transfers/t-2?from_account=carol")
                .expect(200)
                .has("/status", "REJECTED")
                .has("/code", "insufficient-funds")
                .has("/position", position)
                .has("/amount", "25.00");
    }

    @Test
    void aTransferIsReadByItsIdAndSource() {
        open("erin");
        Got done =
                http.post(Bodies.TRANSFER_PATH, Bodies.transfer("bank", "erin", "1", "t-4"))
                        .expect(200);
        Got read = http.get("/v1/transfers/t-4?from_account=bank").expect(200);
        String expected =
                "{\"transaction_id\":\"t-4\",\"status\":\"SUCCEEDED\",\"from_account\":\"bank\","
                        + "\"to_account\":\"erin\",\"amount\":\"1.00\",\"currency\":\"USD\","
                        + "\"position\":\""
                        + done.at("/position")
                        + "\",\"time\":\""
                        + done.at("/time")
                        + "\",\"reversed\":\"0.00\"}";
        assertEquals(expected, read.body());
        http.get("/v1/transfers/t-4?from_account=erin")
                .problem(404, "transfer-not-found", "not-executed", "never");
    }

    @Test
    void accountsAreFrozenLimitedAndClosed() {
        open("frank");
        http.post("/v1/accounts/frank/freeze", "{\"direction\":\"credit\",\"reason\":\"why\"}")
                .expect(200)
                .has("/state", "FROZEN_CREDIT")
                .has("/version", "2");
        http.post("/v1/accounts/frank/freeze", "{\"direction\":\"credit\"}")
                .expect(200)
                .has("/version", "2");
        http.post("/v1/transfers", Bodies.transfer("bank", "frank", "1.00", "t-5"))
                .problem(422, "destination-frozen", "rejected", "new-id");
        http.post("/v1/accounts/frank/close", "{}")
                .problem(409, "invalid-state-transition", "not-executed", "new-id");
        http.post("/v1/accounts/frank/unfreeze", "{}").expect(200).has("/state", "OPEN");
        http.post("/v1/accounts/frank/limit", "{\"overdraft_limit\":\"50.00\"}")
                .expect(200)
                .has("/overdraft_limit", "50.00")
                .has("/available", "50.00");
        http.post("/v1/accounts/frank/limit", "{\"overdraft_limit\":\"1\",\"if_version\":1}")
                .problem(409, "version-mismatch", "not-executed", "new-id")
                .has("/version", "4");
        http.post("/v1/transfers", Bodies.transfer("frank", "bank", "50.00", "t-6")).expect(200);
        http.post("/v1/accounts/frank/close", "{}")
                .problem(409, "account-not-empty", "not-executed", "new-id");
        http.post("/v1/transfers", Bodies.transfer("bank", "frank", "50.00", "t-7")).expect(200);
        http.post("/v1/accounts/frank/close", "{}").expect(200).has("/state", "CLOSED");
        http.post("/v1/transfers", Bodies.transfer("bank", "frank", "1.00", "t-8"))
                .problem(422, "destination-closed", "rejected", "new-id");
    }

    @Test
    void anAccountWithAnOverdraftLimitAndMetadataIsOpened() {
        http.put(
                        "/v1/accounts/grace",
                        "{\"currency\":\"JPY\",\"overdraft_limit\":\"100\","
                                + "\"metadata\":{\"team\":\"red\"}}")
                .expect(201)
                .has("/available", "100")
                .has("/metadata/team", "red");
        Got balance = http.get("/v1/accounts/grace/balance").expect(200);
        assertEquals(
                "{\"account_id\":\"grace\",\"currency\":\"JPY\",\"posted\":\"0\",\"held\":\"0\","
                        + "\"incoming\":\"0\",\"available\":\"100\",\"version\":1,\"position\":\""
                        + balance.header("Windlass-Position")
                        + "\",\"time\":\"T\"}",
                balance.body().replaceFirst(TIME, "T"));
    }

    @Test
    void idsKeepTheirRules() {
        http.put("/v1/accounts/family:ann", Bodies.account("customer"))
                .problem(400, "invalid-field", "not-executed", "never")
                .has("/errors/0/pointer", "/affinity");
        http.put("/v1/accounts/family:ann", Bodies.affineAccount("customer", "USD")).expect(201);
        http.get("/v1/accounts/family:ann").expect(200).has("/account_id", "family:ann");
        for (String bad : List.of("-begins", "space%20inside", "%C3%A9", "x".repeat(65))) {
            http.put("/v1/accounts/" + bad, Bodies.account("customer"))
                    .problem(400, "invalid-id", "not-executed", "never");
        }
        http.post("/v1/transfers", Bodies.transfer("bank", "bank", "1.00", "t-9"))
                .problem(400, "same-account", "not-executed", "never");
        http.post("/v1/transfers", Bodies.transfer("nobody", "bank", "1.00", "t-9"))
                .problem(422, "source-not-found", "rejected", "new-id");
        http.post("/v1/transfers", Bodies.transfer("bank", "family:ann", "1.00", "with space"))
                .problem(400, "invalid-id", "not-executed", "never");
        http.post(
                        "/v1/transfers",
                        "{\"from_account\":\"bank\",\"to_account\":\"family:ann\","
                                + "\"amount\":\"1.00\",\"currency\":\"USD\"}")
                .problem(400, "missing-transaction-id", "not-executed", "never");
    }

    private static void open(String accountId) {
        http.put("/v1/accounts/" + accountId, Bodies.account("customer")).expect(201);
    }
}
