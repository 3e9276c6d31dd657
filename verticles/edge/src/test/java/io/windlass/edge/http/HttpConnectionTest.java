package io.windlass.edge.http;

import static io.windlass.edge.http.HttpVerticleTest.add;
import static io.windlass.edge.http.HttpVerticleTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.RawClient;
import io.windlass.base.client.RawClient.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients do to connections. */
class HttpConnectionTest {
    private static final String ADD = "/v1/counters/visits/add";
    private static final String RESET = "POST /v1/counters/visits:reset HTTP/1.1\r\nHost: x\r\n";

    private ServerFixture server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server = new ServerFixture();
        client = server.connect();
        client.send(RESET + "\r\n").read();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        CompletableFuture<Void> gate = server.service.holdNext();
        StringBuilder requests = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            requests.append("POST ")
                    .append(ADD)
                    .append(" HTTP/1.1\r\nHost: x\r\n")
                    .append("Content-Type: application/json\r\nContent-Length: ")
                    .append(add(1).length())
                    .append("\r\n\r\n")
                    .append(add(1));
        }
        client.send(requests + "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n");
        ServerFixture.await(server.service::holdsACall);
        gate.complete(null);
        for (int i = 1; i <= 20; i++) {
            assertEquals("{\"id\":\"visits\",\"value\":" + i + "}", client.read().body());
        }
        assertProblem(404, "not-found", client.read());
    }

    @Test
    void oneWaitingClientHoldsUpNobodyElse() throws Exception {
        CompletableFuture<Void> gate = server.service.holdNext();
        client.post(ADD, add(1));
        ServerFixture.await(server.service::holdsACall);
        try (RawClient other = server.connect()) {
            assertEquals(200, other.get("/v1/counters/visits").read().status());
        }
        gate.complete(null);
        assertEquals(200, client.read().status());
    }

    @Test
    void aBodyThatComesInPiecesIsPutTogether() throws Exception {
        String body = add(1);
        client.send(
                "POST "
                        + ADD
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: "
                        + body.length()
                        + "\r\n\r\n");
        for (int i = 0; i < body.length(); i++) {
            client.send(body.substring(i, i + 1));
            try (RawClient other = server.connect()) {
                // The loop has seen the piece before it answers this.
                assertEquals(200, other.get("/health/live").read().status());
            }
        }
        assertEquals("{\"id\":\"visits\",\"value\":1}", client.read().body());
    }

    @Test
    void aChunkedBodyIsRead() throws Exception {
        client.send(
                "POST "
                        + ADD
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "10\r\n{\"amount\":1,\"tra\r\n"
                        + "13\r\nnsaction_id\":\"t-1\"}\r\n0\r\n\r\n");
        assertEquals(200, client.read().status());
    }

    @Test
    void anAnnouncedBodyThatIsTooLargeIsRefusedUnread() throws Exception {
        client.send(
                "POST "
                        + ADD
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 65537\r\n\r\n");
        Response response = client.read();
        assertProblem(413, "body-too-large", response);
        assertEquals("close", response.header("connection"));
        client.send("x".repeat(65_537));
        assertTrue(client.isEnded());
    }

    @Test
    void aBodyThatGrowsTooLargeIsRefused() throws Exception {
        client.send(
                "POST "
                        + ADD
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n10000\r\n"
                        + "x".repeat(65_536)
                        + "\r\n1\r\nx\r\n");
        assertProblem(413, "body-too-large", client.read());
        assertEquals(200, server.connect().get("/health/live").read().status());
        assertEquals(List.of(), server.complaints());
    }

    @Test
    void aBodyOfTheLargestSizeIsRead() throws Exception {
        String body = add(1) + " ".repeat(65_536 - add(1).length());
        assertEquals(200, client.post(ADD, body).read().status());
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOnOrNot() throws Exception {
        String head =
                "POST "
                        + ADD
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Expect: 100-continue\r\nContent-Length: ";
        client.send(head + add(1).length() + "\r\n\r\n");
        assertEquals(100, client.read().status());
        assertEquals(200, client.send(add(1)).read().status());
        client.send(head + "70000\r\n\r\n");
        assertProblem(413, "body-too-large", client.read());
        assertTrue(client.isEnded());
    }

    @Test
    void aClientThatResetsLeavesNoTrace() throws Exception {
        CompletableFuture<Void> gate = server.service.holdNext();
        client.post(ADD, add(1));
        ServerFixture.await(server.service::holdsACall);
        client.reset();
        RawClient halfway = server.connect();
        halfway.send("POST " + ADD + " HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{");
        try (RawClient other = server.connect()) {
            other.get("/health/live").read();
            halfway.reset();
            gate.complete(null);
            for (int i = 0; i < 10; i++) {
                assertEquals(200, other.get("/v1/counters/visits").read().status());
            }
        }
        assertEquals(List.of(), server.complaints());
    }

    @Test
    void whatIsNotHttpIsRefused() throws Exception {
        assertProblem(400, "bad-request", client.send("NONSENSE\r\n\r\n").read());
        assertTrue(client.isEnded());
        try (RawClient other = server.connect()) {
            Response response = other.get("/" + "x".repeat(9_000)).read();
            assertProblem(414, "uri-too-long", response);
        }
        try (RawClient other = server.connect()) {
            other.send("GET / HTTP/1.1\r\nX: " + "x".repeat(17_000) + "\r\n\r\n");
            assertProblem(431, "headers-too-large", other.read());
        }
        try (RawClient other = server.connect()) {
            other.send(RESET + "Content-Length: 99999999999999999999\r\n\r\n");
            assertProblem(400, "bad-request", other.read());
        }
    }

    @Test
    void theJdkClientUnderstandsUs() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + server.port()
                                                + "/v1/counters/visits"))
                        .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode());
        assertEquals(HttpClient.Version.HTTP_1_1, response.version());
    }
}
