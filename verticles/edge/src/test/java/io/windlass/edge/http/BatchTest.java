package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.RawClient;
import io.windlass.kernel.feature.Unavailable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches over a real socket, as one object and as a stream of lines. */
class BatchTest {
    private static final String PATH = "/v1/counters/visits/add/batch";
    private static final String LINES =
            "POST "
                    + PATH
                    + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n";

    private ServerFixture server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ServerFixture();
        client = server.connect();
        client.send("PUT /v1/counters/visits HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        assertEquals(201, client.read().status());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
        assertEquals(List.of(), server.complaints());
    }

    @Test
    void anItemTakesItsPathFromTheBatch() throws IOException {
        client.post(PATH, "{\"counts\":[" + add("t-1", 5) + "," + add("t-2", -9) + "]}");
        RawClient.Response response = client.read();
        assertEquals(200, response.status(), response.body());
        assertEquals("1:2", response.header("windlass-position"));
        assertEquals(
                "{\"results\":["
                        + "{\"transaction_id\":\"t-1\",\"status\":\"SUCCEEDED\","
                        + "\"http_status\":200,\"position\":\"1:2\"},"
                        + "{\"transaction_id\":\"t-2\",\"status\":\"REJECTED\","
                        + "\"http_status\":422,\"code\":\"below-zero\",\"position\":\"1:2\"}]}",
                response.body());
        client.get("/v1/counters/visits");
        assertEquals("{\"id\":\"visits\",\"value\":5}", client.read().body());
    }

    @Test
    void whatIsWrongWithAnItemStaysWithIt() throws IOException {
        client.post(
                PATH,
                "{\"counts\":[{\"amount\":1,\"amount\":2,\"transaction_id\":\"d\"},"
                        + "{\"amount\":1,\"transaction_id\":\"u\",\"x\":[{\"y\":1,\"y\":2}]},"
                        + "{\"amount\":\"\\ud800\",\"transaction_id\":\"s\"},"
                        + "{\"amount\":1e99,\"transaction_id\":\"e\"},"
                        + "[],null,"
                        + add("t-1", 1)
                        + "]}");
        String body = client.read().body();
        String malformed = "\"status\":\"MALFORMED\",\"http_status\":400,\"code\":";
        assertTrue(body.contains("\"d\"," + malformed + "\"malformed-json\""), body);
        assertTrue(body.contains("\"u\"," + malformed + "\"malformed-json\""), body);
        assertTrue(body.contains("\"s\"," + malformed + "\"malformed-json\""), body);
        assertTrue(body.contains("\"e\"," + malformed + "\"malformed-json\""), body);
        assertEquals(7, body.split("http_status", -1).length - 1, body);
        assertTrue(body.contains("{\"transaction_id\":\"t-1\",\"status\":\"SUCCEEDED\""), body);
    }

    @Test
    void anItemThatIsNotExecutedNowSaysSo() throws IOException {
        Unavailable full = new Unavailable(Unavailable.Reason.OVERLOADED, "full");
        server.service.refuseWith(Optional.of(full));
        client.post(PATH, "{\"counts\":[" + add("t-1", 5) + "]}");
        assertResult("\"status\":\"REJECTED\",\"http_status\":503,\"code\":\"overloaded\"");
        Unavailable open = new Unavailable(Unavailable.Reason.OUTCOME_UNKNOWN, "?");
        server.service.refuseWith(Optional.of(open));
        client.post(PATH, "{\"counts\":[" + add("t-1", 5) + "]}");
        assertResult("\"status\":\"PENDING\",\"http_status\":504,\"code\":\"outcome-unknown\"");
    }

    @Test
    void linesAreAnsweredWhileTheStreamIsOpen() throws IOException {
        client.send(LINES);
        chunk(add("t-1", 1) + "\n" + add("t-2", 1).substring(0, 10));
        assertEquals(200, client.readHead().status());
        assertTrue(client.readChunk().contains("t-1"), "the first line is not answered");
        chunk(add("t-2", 1).substring(10) + "\r\n\n");
        assertTrue(client.readChunk().contains("t-2"), "the second line is not answered");
        chunk("{\n" + add("t-3", 1));
        assertTrue(client.readChunk().contains("malformed-json"), "a bad line is not answered");
        client.send("0\r\n\r\n");
        assertTrue(client.readChunk().contains("t-3"), "the last line is not answered");
        assertEquals("", client.readChunk());
        client.get("/v1/counters/visits");
        assertEquals("{\"id\":\"visits\",\"value\":3}", client.read().body());
    }

    @Test
    void aLongLineIsRefusedAloneAndNotKept() throws IOException {
        client.send(LINES);
        String blanks = " ".repeat(4_096 - add("t-1", 1).length());
        chunk(add("t-1", 1) + blanks + "\r\n" + add("t-2", 1) + blanks + " \n");
        chunk("x".repeat(60_000));
        chunk("x".repeat(60_000) + "\n" + add("t-4", 1));
        client.send("0\r\n\r\n");
        assertEquals(200, client.readHead().status());
        StringBuilder all = new StringBuilder();
        for (String part = client.readChunk(); !part.isEmpty(); part = client.readChunk()) {
            all.append(part);
        }
        List<String> lines = all.toString().lines().toList();
        assertEquals(4, lines.size(), lines.toString());
        assertTrue(lines.get(0).contains("SUCCEEDED"), lines.get(0));
        String tooLong = "\"http_status\":413,\"code\":\"line-too-large\"";
        assertTrue(lines.get(1).contains(tooLong), lines.get(1));
        assertTrue(lines.get(2).contains(tooLong), lines.get(2));
        assertTrue(lines.get(3).contains("t-4"), lines.get(3));
    }

    @Test
    void aStreamEndsWithTheLineThatIsTooMuch() throws IOException {
        client.send(LINES);
        chunk("{}\n".repeat(20_000));
        assertEquals(200, client.readHead().status());
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= 5; i++) {
            if (i > 1) {
                chunk("{}\n".repeat(i < 5 ? 20_000 : 20_001));
            }
            while (all.chars().filter(c -> c == '\n').count() < i * 20_000L) {
                all.append(client.readChunk());
            }
        }
        for (String part = client.readChunk(); !part.isEmpty(); part = client.readChunk()) {
            all.append(part);
        }
        List<String> lines = all.toString().lines().toList();
        assertEquals(100_001, lines.size());
        assertTrue(lines.get(100_000).contains("\"http_status\":413,\"code\":\"batch-too-large\""));
        client.send("0\r\n\r\n");
        assertTrue(client.isEnded());
    }

    @Test
    void aStreamIsNotReadWhileTooMuchWaits() throws IOException {
        CompletableFuture<Void> gate = server.service.holdNextBatch();
        client.send(LINES);
        String lines = (add("t-1", 1) + "\n").repeat(1_000);
        Thread writer = new Thread(() -> flood(lines));
        writer.start();
        ServerFixture.await(server.service::holdsACall);
        ServerFixture.await(this::isStuck);
        int heldBack = server.service.itemsSeen();
        assertTrue(heldBack <= 8_192 + 2_048, "read on to " + heldBack);
        gate.complete(null);
        assertEquals(200, client.readHead().status());
        int results = 0;
        while (results < 90_000) {
            results += (int) client.readChunk().chars().filter(c -> c == '\n').count();
        }
        assertEquals(90_000, results);
        client.send("0\r\n\r\n");
        assertEquals("", client.readChunk());
    }

    private int lastSeen;
    private long since;

    /** Whether nothing new has come for a tenth of a second. */
    private boolean isStuck() {
        int seen = server.service.itemsSeen();
        if (seen != lastSeen) {
            lastSeen = seen;
            since = System.nanoTime();
        }
        return seen > 0 && System.nanoTime() - since > 100_000_000;
    }

    private void flood(String lines) {
        try {
            for (int i = 0; i < 90; i++) {
                chunk(lines);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertResult(String result) throws IOException {
        RawClient.Response response = client.read();
        assertEquals(200, response.status());
        assertEquals(
                "{\"results\":[{\"transaction_id\":\"t-1\"," + result + "}]}", response.body());
    }

    private void chunk(String text) throws IOException {
        client.send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    private static String add(String id, int amount) {
        return "{\"transaction_id\":\"" + id + "\",\"amount\":" + amount + "}";
    }
}
