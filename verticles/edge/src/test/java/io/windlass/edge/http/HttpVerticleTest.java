package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.RawClient;
import io.windlass.base.client.RawClient.Response;
import io.windlass.kernel.feature.Unavailable;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpVerticleTest {
    private static final String ADD = "/v1/counters/visits/add";

    private ServerFixture server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server = new ServerFixture();
        client = server.connect();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void outcomesHaveTheirStatusPositionAndReplayHeader() throws Exception {
        Response made = put("visits", "{\"start\":3}");
        assertEquals(201, made.status());
        assertEquals("{\"id\":\"visits\",\"value\":3}", made.body());
        assertEquals("application/json", made.header("content-type"));
        assertEquals("1:1", made.header("windlass-position"));
        assertEquals("", made.header("idempotency-replayed"));
        assertEquals(200, client.post(ADD, add(1)).read().status());
        assertEquals("true", client.post(ADD, add(1)).read().header("idempotency-replayed"));
        assertEquals(202, client.post(ADD, add(94)).read().status());
        assertEquals(
                "{\"id\":\"visits\",\"value\":99,\"unit\":\"people\"}",
                client.get("/v1/counters/visits?unit=people").read().body());
    }

    @Test
    void aBodyMayBeLeftOut() throws Exception {
        client.send("POST /v1/counters/visits:reset HTTP/1.1\r\nHost: x\r\n\r\n");
        assertEquals(201, client.read().status());
        client.send(
                "POST /v1/counters/visits:reset HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        assertEquals(200, client.read().status());
    }

    @Test
    void idsArePercentDecoded() throws Exception {
        assertEquals(
                "{\"id\":\"family:a/b \u00e9\",\"value\":0}",
                put("family:a%2Fb%20%C3%A9", "{}").body());
        assertEquals(200, client.get("/v1/counters/family%3Aa%2fb%20%c3%a9").read().status());
        assertProblem(400, "malformed-url", client.get("/v1/counters/%zz").read());
        assertProblem(400, "malformed-url", client.get("/v1/counters/a?unit=%").read());
    }

    @Test
    void rejectionsAreProblemsAndTheConnectionLives() throws Exception {
        put("visits", "{}");
        Response response = client.post(ADD, add(-1)).read();
        assertProblem(422, "below-zero", response);
        assertTrue(response.body().contains("\"instance\":\"/v1/counters/visits\""));
        assertEquals("1:1", response.header("windlass-position"));
        assertProblem(404, "counter-not-found", client.get("/v1/counters/none").read());
        assertEquals(200, client.post(ADD, add(1)).read().status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[1]; malformed-json",
                "{\"amount\":1; malformed-json",
                "{\"amount\":1,\"transaction_id\":\"t\",\"x\":1}; unknown-field",
                "{\"amount\":1}; missing-transaction-id",
                "{\"amount\":\"1\",\"transaction_id\":\"t\"}; invalid-field"
            })
    void whatCannotBeReadIsA400AndTheConnectionLives(String body, String code) throws Exception {
        assertProblem(400, code, client.post(ADD, body).read());
        assertEquals(201, put("visits", "{}").status());
    }

    @Test
    void theIdempotencyKeyMustBeTheId() throws Exception {
        put("visits", "{}");
        String head = "POST " + ADD + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
        String body = "Content-Length: " + add(1).length() + "\r\n\r\n" + add(1);
        assertEquals(200, client.send(head + "Idempotency-Key: t\r\n" + body).read().status());
        assertProblem(
                400,
                "idempotency-header-conflict",
                client.send(head + "idempotency-key: other\r\n" + body).read());
    }

    @Test
    void otherPathsAndMethodsAreToldApart() throws Exception {
        assertProblem(404, "not-found", client.get("/v2/counters").read());
        assertProblem(404, "not-found", client.get("/v1/counters/").read());
        Response response = client.send("DELETE /v1/counters/a HTTP/1.1\r\nHost: x\r\n\r\n").read();
        assertProblem(405, "method-not-allowed", response);
        assertEquals("GET, PUT", response.header("allow"));
        assertProblem(
                404, "not-found", client.send("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n").read());
        assertEquals(200, client.get("/health/live").read().status());
    }

    @Test
    void onlyJsonIsRead() throws Exception {
        for (String header :
                new String[] {
                    "X: y",
                    "Content-Type: text/plain",
                    "Content-Type: application/json; charset=utf-16",
                    "Content-Type: application/json\r\nContent-Encoding: gzip"
                }) {
            assertProblem(415, "unsupported-media-type", put("a", header, "{}"));
        }
        assertEquals(201, put("a", "Content-Type: application/json; charset=UTF-8", "{}").status());
    }

    @Test
    void aNodeThatCannotServeSaysWhenToComeBack() throws Exception {
        server.service.refuseWith(
                Optional.of(new Unavailable(Unavailable.Reason.OVERLOADED, "full")));
        Response response = put("visits", "{}");
        assertProblem(503, "overloaded", response);
        assertEquals("1", response.header("retry-after"));
        server.service.refuseWith(
                Optional.of(new Unavailable(Unavailable.Reason.STORAGE_FULL, "full")));
        response = put("visits", "{}");
        assertProblem(507, "storage-full", response);
        assertEquals("", response.header("retry-after"));
    }

    @Test
    void aBugIsA500WithoutDetailAndTheConnectionLives() throws Exception {
        Response response = client.post("/v1/counters/broken", "").read();
        assertProblem(500, "internal-error", response);
        assertFalse(response.body().contains("declaring"), response.body());
        assertTrue(server.complaints().get(0).contains("ERROR"), server.complaints().toString());
        assertEquals(200, client.get("/health/live").read().status());
    }

    @Test
    void aBugAfterTheAnswerDoesNotChangeIt() throws Exception {
        server.service.breakAfterNext();
        assertEquals(201, put("visits", "{}").status());
        assertEquals(200, put("visits", "{}").status());
        assertEquals(1, server.complaints().size(), server.complaints().toString());
    }

    @Test
    void theNodeSpeaksOfItself() throws Exception {
        assertEquals("{\"status\":\"live\"}", client.get("/health/live").read().body());
        assertEquals(200, client.get("/health/ready").read().status());
        assertEquals("{\"name\":\"windlass\"}", client.get("/v1/info").read().body());
        Response page = client.get("/").read();
        assertTrue(page.header("content-type").startsWith("text/html"));
        assertEquals("a page", page.body());
        assertEquals("default-src 'self'", page.header("content-security-policy"));
        assertEquals(400, client.get("/v1/console/live").read().status());
        server.status.trouble =
                Optional.of(new Unavailable(Unavailable.Reason.STARTING, "recovering"));
        Response response = client.get("/health/ready").read();
        assertProblem(503, "starting", response);
        assertEquals("1", response.header("retry-after"));
    }

    @Test
    void problemLinksLeadSomewhere() throws Exception {
        assertEquals(
                "{\"type\":\"/problems/below-zero\",\"title\":\"A counter cannot fall below zero\","
                        + "\"status\":422,\"code\":\"below-zero\",\"outcome\":\"rejected\","
                        + "\"retry\":\"new-id\"}",
                client.get("/problems/below-zero").read().body());
        assertProblem(404, "not-found", client.get("/problems/none").read());
    }

    @Test
    void requestsAreCountedByEndpointAndStatus() throws Exception {
        put("visits", "{}");
        put("visits", "{}");
        put("visits", "{}");
        client.get("/v1/counters/none").read();
        client.get("/nowhere").read();
        Response response = client.get("/metrics").read();
        assertTrue(response.header("content-type").startsWith("text/plain; version=0.0.4"));
        assertMetric(response, "{endpoint=\"PUT /v1/counters/{id}\",status=\"201\"} 1.0");
        assertMetric(response, "{endpoint=\"PUT /v1/counters/{id}\",status=\"200\"} 2.0");
        assertMetric(response, "{endpoint=\"GET /v1/counters/{id}\",status=\"404\"} 1.0");
        assertMetric(response, "{endpoint=\"other\",status=\"404\"} 1.0");
        assertTrue(
                response.body()
                        .contains(
                                "windlass_http_latency_seconds_count"
                                        + "{endpoint=\"PUT /v1/counters/{id}\"} 3"),
                response.body());
    }

    private Response put(String id, String body) throws Exception {
        return put(id, "Content-Type: application/json", body);
    }

    private Response put(String id, String header, String body) throws Exception {
        String line = "PUT /v1/counters/" + id + " HTTP/1.1\r\nHost: x\r\n" + header;
        String length = "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return client.send(line + length + body).read();
    }

    static String add(int amount) {
        return "{\"amount\":" + amount + ",\"transaction_id\":\"t\"}";
    }

    static void assertProblem(int status, String code, Response response) {
        assertEquals(status, response.status(), response.body());
        assertEquals("application/problem+json", response.header("content-type"));
        assertTrue(response.body().contains("\"code\":\"" + code + "\""), response.body());
    }

    private static void assertMetric(Response response, String series) {
        assertTrue(
                response.body().contains("windlass_http_requests_total" + series), response.body());
    }
}
