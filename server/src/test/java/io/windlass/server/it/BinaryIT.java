package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.server.it.Purse.Order;
import io.windlass.server.it.Purse.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers on the binary port of the real server, byte by byte. */
class BinaryIT {
    private static final int FROM_KNOWN = 4;
    private static final int TO_KNOWN = 8;
    private static final int SOURCE_FROZEN = 1028;
    private static final int INSUFFICIENT_FUNDS = 1032;
    private static final int MISMATCH = 1048;
    private static final int SAME_ACCOUNT = 1100;
    private static final int UNKNOWN_HANDLE = 1104;

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
        http.get("/v1/audit/trial-balance").expect(200).has("/balanced", "true");
        assertEquals(0, server.terminate(), server::stderr);
        assertFalse(server.stderr().contains(" ERROR "), server::stderr);
    }

    @Test
    void aTransferIsSeenOnBothPorts() throws IOException {
        open("alice");
        try (Purse purse = Purse.of(server)) {
            Result done = purse.transfer(1, "bank", "alice", 2_500);
            assertEquals(0, done.code());
            assertEquals(FROM_KNOWN | TO_KNOWN, done.flags());
            assertEquals(2_500, done.toBalance());
            Got account = http.get("/v1/accounts/alice").expect(200).has("/posted", "25.00");
            account.has("/last_position", done.partition() + ":" + done.sequence());
            http.get("/v1/transfers/00000000-0000-0001-0000-000000000001?from_account=bank")
                    .expect(200)
                    .has("/amount", "25.00");
        }
    }

    @Test
    void namesBecomeHandlesOrZeroAndWhyNot() throws IOException {
        open("bob");
        try (Purse purse = Purse.of(server)) {
            ByteBuffer reply = purse.client().resolve("bob", "nobody", "").payload();
            assertNotEquals(0, reply.getLong(0));
            assertEquals(2, reply.getLong(8) >>> 16, "the scale of dollars");
            for (int i = 1; i <= 2; i++) {
                assertEquals(0, reply.getLong(16 * i));
                assertTrue(reply.getLong(16 * i + 8) >= 1_024, "a code");
            }
        }
    }

    /** T45 to T47: what an id has come to it comes to again, whatever has happened since. */
    @Test
    void anIdHasOneOutcomeForEachSource() throws IOException {
        open("carol");
        open("dave");
        try (Purse purse = Purse.of(server)) {
            Result refused = purse.transfer(10, "carol", "dave", 100);
            assertEquals(INSUFFICIENT_FUNDS, refused.code());
            Result funded = purse.transfer(10, "bank", "carol", 1_000);
            assertEquals(0, funded.code(), "another source is another transfer");
            assertAgain(refused, purse.transfer(10, "carol", "dave", 100));
            Result done = purse.transfer(11, "carol", "dave", 1_000);
            assertEquals(0, done.code());
            assertAgain(done, purse.transfer(11, "carol", "dave", 1_000));
            http.post("/v1/accounts/carol/freeze", "{\"direction\":\"debit\",\"reason\":\"lost\"}")
                    .expect(200);
            assertEquals(SOURCE_FROZEN, purse.transfer(12, "carol", "dave", 1).code());
            assertAgain(done, purse.transfer(11, "carol", "dave", 1_000));
            http.post("/v1/accounts/carol/unfreeze", "{\"reason\":\"found\"}").expect(200);
            assertEquals(SOURCE_FROZEN, purse.transfer(12, "carol", "dave", 1).code());
            Result other = purse.transfer(11, "carol", "dave", 999);
            assertEquals(MISMATCH, other.code());
            assertEquals(MISMATCH, purse.transfer(11, "carol", "bank", 1_000).code());
            assertEquals(0, other.flags());
        }
    }

    @Test
    void anIdIsTheSameOnBothPorts() throws IOException {
        open("erin");
        try (Purse purse = Purse.of(server)) {
            String id = "00000000-0000-0001-0000-000000000014";
            http.post(Bodies.TRANSFER_PATH, Bodies.transfer("bank", "erin", "1.00", id))
                    .expect(200);
            Result again = purse.transfer(20, "bank", "erin", 100);
            assertTrue(again.isReplay());
            assertEquals(100, again.toBalance());
            http.get("/v1/accounts/erin").expect(200).has("/posted", "1.00");
        }
    }

    @Test
    void eachCommandOfAFrameHasItsOwnOutcome() throws IOException {
        open("frank");
        try (Purse purse = Purse.of(server)) {
            byte[] nobody = purse.command(new Order(34, "bank", "frank", 1));
            nobody[22] ^= 1;
            List<Result> results =
                    purse.send(
                            List.of(
                                    purse.command(new Order(31, "bank", "frank", 10)),
                                    purse.command(new Order(32, "frank", "bank", 11)),
                                    purse.command(new Order(31, "bank", "frank", 10)),
                                    purse.command(new Order(33, "frank", "frank", 1)),
                                    nobody,
                                    purse.command(new Order(35, "frank", "bank", 10))));
            assertEquals(
                    List.of(0, INSUFFICIENT_FUNDS, 0, SAME_ACCOUNT, UNKNOWN_HANDLE, 0),
                    results.stream().map(Result::code).toList());
            assertTrue(results.get(2).isReplay());
            assertEquals(0, results.get(5).fromBalance());
        }
    }

    @Test
    void theLargestFrameIsDoneWhole() throws IOException {
        open("grace");
        try (Purse purse = Purse.of(server)) {
            for (long round = 1; round <= 5; round++) {
                long first = round * 100_000;
                List<Order> orders =
                        LongStream.range(first, first + 8_192)
                                .mapToObj(id -> new Order(id, "bank", "grace", 1))
                                .toList();
                List<Result> results = purse.transfer(orders);
                assertTrue(results.stream().allMatch(result -> result.code() == 0));
                assertEquals(round * 8_192, results.get(8_191).toBalance());
            }
        }
        http.get("/v1/accounts/grace").expect(200).has("/posted", "409.60");
    }

    private static void assertAgain(Result first, Result again) {
        assertTrue(again.isReplay());
        assertEquals(first.bytes(), again.bytes());
    }

    private static void open(String account) {
        http.put("/v1/accounts/" + account, Bodies.account("customer")).expect(201);
    }
}
