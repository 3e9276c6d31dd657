package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.BinaryClient;
import io.windlass.base.client.RawClient;
import io.windlass.edge.access.KeySecret;
import io.windlass.server.it.Purse.Order;
import io.windlass.server.it.Purse.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every operation on the binary port, and who may do it. */
class BinaryCallIT {
    private static final int OPEN = 101;
    private static final int READ = 102;
    private static final int BALANCE = 103;
    private static final int FREEZE = 104;
    private static final int TRANSFER = 112;
    private static final int BATCH = 113;
    private static final int FIND_TRANSFER = 114;
    private static final int TRIAL_BALANCE = 115;
    private static final int CURRENCIES = 121;
    private static final int REPLAYED = 1;
    private static final int UNKNOWN_HANDLE = 1104;

    @TempDir private Path data;

    /** A CALL_REPLY, taken apart as the page says. */
    private record Answer(int status, int flags, String position, String body) {
        static Answer of(BinaryClient.Frame frame) {
            ByteBuffer payload = frame.expect(BinaryClient.CALL_REPLY).payload();
            String all =
                    new String(payload.array(), 10, payload.limit() - 10, StandardCharsets.UTF_8);
            int length = payload.getShort(8);
            return new Answer(
                    payload.getShort(0),
                    payload.getShort(2),
                    all.substring(0, length),
                    all.substring(length));
        }

        Answer expect(int expected) {
            assertEquals(expected, status, body);
            return this;
        }
    }

    @Test
    void callsAreAnsweredAsByHttp() throws IOException {
        try (RunningServer server = Launch.on(data).startReady();
                BinaryClient client = new BinaryClient(Purse.port(server))) {
            Client http = server.client();
            client.hello("").expect(BinaryClient.HELLO_REPLY);
            call(client, OPEN, account("bank", "external")).expect(201);
            Answer opened = call(client, OPEN, account("alice", "customer")).expect(201);
            assertEquals(0, opened.flags());
            Got again = http.put("/v1/accounts/alice", Bodies.account("customer")).expect(200);
            assertEquals(again.body(), opened.body());
            String transfer = Bodies.transfer("bank", "alice", "3.00", "t-1");
            Answer done = call(client, TRANSFER, transfer).expect(200);
            Got replayed = http.post("/v1/transfers", transfer).expect(200);
            assertTrue(replayed.isReplay());
            same(replayed, done);
            assertEquals(0, done.flags());
            assertEquals(REPLAYED, call(client, TRANSFER, transfer).flags());
            Answer refused =
                    call(client, TRANSFER, Bodies.transfer("alice", "bank", "9.00", "t-2"));
            same(
                    http.post("/v1/transfers", Bodies.transfer("alice", "bank", "9.00", "t-2")),
                    refused);
            call(client, FREEZE, "{\"account_id\":\"alice\",\"direction\":\"debit\"}").expect(200);
            String alice = "{\"account_id\":\"alice\"}";
            same(http.get("/v1/accounts/alice"), call(client, READ, alice).expect(200));
            same(http.get("/v1/accounts/alice/balance"), call(client, BALANCE, alice));
            same(
                    http.get("/v1/transfers/t-1?from_account=bank"),
                    call(
                            client,
                            FIND_TRANSFER,
                            "{\"transaction_id\":\"t-1\",\"from_account\":\"bank\"}"));
            same(http.get("/v1/currencies"), call(client, CURRENCIES, "{}"));
            same(http.get("/v1/audit/trial-balance"), call(client, TRIAL_BALANCE, ""));
            same(
                    http.get("/v1/accounts/nobody"),
                    call(client, READ, "{\"account_id\":\"nobody\"}"));
            call(client, BATCH, "{\"transfers\":[]}").expect(404);
        }
    }

    @Test
    void aKeyDoesWhatItsScopesAndItsTenantSay() throws IOException {
        Random random = new Random(4);
        KeySecret operator = KeySecret.draw(random);
        KeySecret writer = KeySecret.draw(random);
        KeySecret reader = KeySecret.draw(random);
        KeySecret other = KeySecret.draw(random);
        String keys =
                String.join(
                        ",",
                        line(operator, "1", "read+write+operate"),
                        line(writer, "1", "write"),
                        line(reader, "1", "read"),
                        line(other, "2", "read+write+operate"));
        try (RunningServer server = Launch.on(data).with("http.keys=" + keys).startReady()) {
            int port = Purse.port(server);
            try (Purse all = Purse.of(port, operator.text());
                    Purse writes = Purse.of(port, writer.text());
                    Purse foreign = Purse.of(port, other.text());
                    BinaryClient reads = new BinaryClient(port)) {
                reads.hello(reader.text()).expect(BinaryClient.HELLO_REPLY);
                call(all.client(), OPEN, account("bank", "external")).expect(201);
                call(all.client(), OPEN, account("alice", "customer")).expect(201);
                call(foreign.client(), OPEN, account("mint", "external")).expect(201);
                call(writes.client(), OPEN, account("mine", "external")).expect(403);
                call(reads, TRANSFER, Bodies.transfer("bank", "alice", "1.00", "t-1")).expect(403);
                call(writes.client(), READ, "{\"account_id\":\"alice\"}").expect(403);
                Result seen = all.transfer(1, "bank", "alice", 100);
                assertEquals(100, seen.toBalance());
                Result hidden = writes.transfer(2, "bank", "alice", 100);
                assertEquals(0, hidden.code());
                assertEquals(-200, hidden.fromBalance());
                assertEquals(0, hidden.toBalance());
                assertEquals(0, hidden.flags() & 8, "to balance");
                anotherTenantsHandlesMeanNothing(all, foreign);
                hidesTheOtherBalance(writes.client());
                BinaryClient.Frame end = reads.resolve("alice");
                assertEquals(11, end.error());
            }
            try (RawClient http = new RawClient(server.client().base().getPort())) {
                http.send(
                        "GET /v1/accounts/alice HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                + reader.text()
                                + "\r\n\r\n");
                assertTrue(http.read().body().contains("\"posted\":\"3.00\""));
            }
        }
    }

    private static void anotherTenantsHandlesMeanNothing(Purse own, Purse foreign)
            throws IOException {
        assertEquals(0, foreign.client().resolve("alice").payload().getLong(0));
        byte[] theirs = own.command(new Order(3, "bank", "alice", 1));
        assertEquals(UNKNOWN_HANDLE, foreign.send(List.of(theirs)).get(0).code());
        byte[] wrong = BinaryClient.frame(BinaryClient.TRANSFERS, 1, 1, 1, theirs);
        foreign.client().send(wrong);
        assertEquals(12, foreign.client().next().error());
    }

    private static void hidesTheOtherBalance(BinaryClient writer) throws IOException {
        Answer paid = call(writer, TRANSFER, Bodies.transfer("bank", "alice", "1.00", "t-9"));
        assertTrue(paid.expect(200).body().contains("\"from_balance\""), paid.body());
        assertFalse(paid.body().contains("\"to_balance\""), paid.body());
    }

    private static String line(KeySecret key, String tenant, String scopes) {
        return key.key(tenant, scopes).orElseThrow().line();
    }

    private static void same(Got http, Answer call) {
        assertEquals(http.status(), call.status(), call.body());
        assertEquals(http.body(), call.body());
        assertEquals(http.header("Windlass-Position"), call.position());
    }

    private static String account(String id, String kind) {
        return String.format(
                "{\"account_id\":\"%s\",\"currency\":\"USD\",\"kind\":\"%s\"}", id, kind);
    }

    private static Answer call(BinaryClient client, int endpoint, String body) throws IOException {
        return Answer.of(client.call(endpoint, body));
    }
}
