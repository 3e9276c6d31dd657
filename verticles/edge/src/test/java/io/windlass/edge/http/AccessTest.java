package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.edge.access.ApiKey;
import io.windlass.edge.access.Callers;
import io.windlass.edge.access.KeySecret;
import io.windlass.edge.access.TokenBucket;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final long SECOND = 1_000_000_000;
    private static final String PATH = "/v1/counters/visits";

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

    private static RawClient.Response get(RawClient client, KeySecret key) throws IOException {
        return client.send("GET " + PATH + " HTTP/1.1\r\nHost: x\r\n" + authorization(key) + "\r\n")
                .read();
    }
}
