package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.RawClient;
import io.windlass.edge.access.ApiKey;
import io.windlass.edge.access.Callers;
import io.windlass.edge.access.KeySecret;
import io.windlass.edge.access.TokenBucket;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final long SECOND = 1_000_000_000;
    private static final String PATH = "/v1/counters/visits";
    private static final String NDJSON = "application/x-ndjson";

    private final KeySecret writer = KeySecret.draw(new Random(1));
    private final KeySecret reader = KeySecret.draw(new Random(2));
    private final AtomicLong clock = new AtomicLong();
    private final ServerFixture server =
            new ServerFixture(
                    HttpSettings.of("127.0.0.1", 0),
                    new Callers(keys(), () -> new TokenBucket(10, 20, clock::get)));

    @AfterEach
    void stop() {
        server.close();
        assertEquals(List.of(), server.complaints());
    }

    @Test
    void whoHasNoKeyIsToldToSendOneAndChangesNothing() throws Exception {
        try (RawClient client = server.connect()) {
            RawClient.Response response = put(client, "");
            assertEquals(401, response.status());
            assertEquals("Bearer realm=\"windlass\"", response.header("www-authenticate"));
            assertTrue(response.body().contains("\"code\":\"unauthenticated\""));
            assertEquals(404, get(client, writer).status());
        }
    }

    @Test
    void whoMayOnlyReadDoesNotWrite() throws Exception {
        try (RawClient client = server.connect()) {
            RawClient.Response response = put(client, authorization(reader));
            assertEquals(403, response.status());
            assertTrue(response.body().contains("\"code\":\"forbidden\""));
            assertTrue(response.body().contains("scope write"));
            assertEquals(201, put(client, authorization(writer)).status());
        }
    }

    @Test
    void theConnectionGoesOnAfterARefusedBody() throws Exception {
        try (RawClient client = server.connect()) {
            client.send(
                    "PUT "
                            + PATH
                            + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "5\r\nhello\r\n");
            assertEquals(401, client.read().status());
            client.send("0\r\n\r\n");
            assertEquals(404, get(client, writer).status());
        }
    }

    @Test
    void whatANodeSaysOfItselfNeedsNoKey() throws Exception {
        try (RawClient client = server.connect()) {
            for (String path :
                    List.of("/", "/health/live", "/health/ready", "/v1/info", "/metrics")) {
                assertEquals(200, client.get(path).read().status(), path);
            }
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndOthersAreServed() throws Exception {
        try (RawClient client = server.connect()) {
            for (int i = 0; i < 20; i++) {
                assertEquals(404, get(client, writer).status());
            }
            RawClient.Response response = put(client, authorization(writer));
            assertEquals(429, response.status());
            assertEquals("1", response.header("retry-after"));
            assertTrue(response.body().contains("\"outcome\":\"not-executed\""));
            assertEquals(403, get(client, reader).status());
            clock.addAndGet(SECOND / 10);
            assertEquals(404, get(client, writer).status());
            assertEquals(429, get(client, writer).status());
        }
    }

    @Test
    void aBatchTakesATokenForEachItem() throws Exception {
        // given a key with 20 tokens
        try (RawClient client = server.connect()) {
            // when it sends a batch of 50
            RawClient.Response response = batch(client, counts(50));
            // then all are served, and the 30 too many drip in before the next request
            assertEquals(200, response.status());
            assertEquals(50, response.body().split("http_status", -1).length - 1);
            assertServedAfter(31, client);
        }
    }

    @Test
    void aStreamTakesATokenForEachLineAsItComesIn() throws Exception {
        try (RawClient client = server.connect();
                RawClient other = server.connect()) {
            // given a key with 20 tokens and a stream that stays open
            client.send(head(NDJSON) + "Transfer-Encoding: chunked\r\n\r\n");
            // when 20 lines have come, then none is left
            lines(client, 20);
            assertEquals(200, client.readHead().status());
            assertEquals(20, results(client, 20));
            assertServedAfter(1, other);
            // when 2,000 more come, then they are served and owed
            lines(client, 2_000);
            assertEquals(2_000, results(client, 2_000));
            assertServedAfter(2_001, other);
            client.send("0\r\n\r\n");
            assertEquals("", client.readChunk());
        }
    }

    @Test
    void aBatchThatIsRefusedOwesNothing() throws Exception {
        try (RawClient client = server.connect()) {
            // given a batch that has taken all tokens
            assertEquals(200, batch(client, counts(20)).status());
            // when more are refused
            for (int i = 0; i < 3; i++) {
                RawClient.Response response = batch(client, counts(20));
                assertEquals(429, response.status());
                assertEquals("1", response.header("retry-after"));
            }
            client.send(head(NDJSON) + "Content-Length: 6\r\n\r\n{}\n{}\n");
            assertEquals(429, client.read().status());
            // then the wait is what it was
            assertServedAfter(1, client);
        }
    }

    @Test
    void aBatchWithoutItemsIsOneRequest() throws Exception {
        try (RawClient client = server.connect()) {
            for (int i = 0; i < 10; i++) {
                assertEquals(200, batch(client, "{\"counts\":[]}").status());
                assertEquals(400, batch(client, "{\"counts\":[{},{},{}").status());
            }
            assertServedAfter(1, client);
        }
    }

    @Test
    void whoTriesKeysIsSlowedDown() throws Exception {
        try (RawClient client = server.connect()) {
            for (int i = 0; i < 20; i++) {
                assertEquals(401, put(client, "").status());
            }
            assertEquals(429, put(client, "").status());
            assertEquals(201, put(client, authorization(writer)).status());
        }
    }

    private List<ApiKey> keys() {
        return List.of(
                writer.key("7", "write").orElseThrow(), reader.key("7", "read").orElseThrow());
    }

    private static String authorization(KeySecret key) {
        return "Authorization: Bearer " + key.text() + "\r\n";
    }

    private static RawClient.Response put(RawClient client, String headers) throws IOException {
        return client.send(
                        "PUT "
                                + PATH
                                + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                                + "Content-Type: application/json\r\n"
                                + headers
                                + "\r\n{}")
                .read();
    }

    /** That the writer's next request is served after so many tenths of a second, and no sooner. */
    private void assertServedAfter(long tenths, RawClient client) throws IOException {
        RawClient.Response early = get(client, writer);
        assertEquals(429, early.status());
        assertEquals(Long.toString((tenths + 9) / 10), early.header("retry-after"));
        clock.addAndGet(tenths * (SECOND / 10) - 1);
        assertEquals(429, get(client, writer).status());
        clock.incrementAndGet();
        assertEquals(404, get(client, writer).status());
    }

    private RawClient.Response batch(RawClient client, String body) throws IOException {
        String length = "Content-Length: " + body.length() + "\r\n\r\n";
        return client.send(head("application/json") + length + body).read();
    }

    private String head(String mediaType) {
        return "POST "
                + PATH
                + "/add/batch HTTP/1.1\r\nHost: x\r\n"
                + authorization(writer)
                + "Content-Type: "
                + mediaType
                + "\r\n";
    }

    private static String counts(int items) {
        return "{\"counts\":[" + String.join(",", Collections.nCopies(items, "{}")) + "]}";
    }

    private static void lines(RawClient client, int count) throws IOException {
        String text = "{}\n".repeat(count);
        client.send(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }

    /** How many results come, once there are enough. */
    private static long results(RawClient client, int enough) throws IOException {
        long results = 0;
        while (results < enough) {
            results += client.readChunk().lines().count();
        }
        return results;
    }

    private static RawClient.Response get(RawClient client, KeySecret key) throws IOException {
        return client.send("GET " + PATH + " HTTP/1.1\r\nHost: x\r\n" + authorization(key) + "\r\n")
                .read();
    }
}
