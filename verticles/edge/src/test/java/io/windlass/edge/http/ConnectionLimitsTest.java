package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.RawClient;
import io.windlass.edge.access.Callers;
import io.windlass.edge.access.Quota;
import io.windlass.edge.net.Address;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    private static final String PATH = "/v1/counters/visits";
    private static final int CONNECTIONS = 5;
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final String UPGRADE =
            """
            GET /v1/console/live HTTP/1.1
            Host: x
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

            """;

    private Optional<ServerFixture> server = Optional.empty();
    private int connections = CONNECTIONS;
    private int perAddress = CONNECTIONS;

    @AfterEach
    void stop() {
        server.ifPresent(
                started -> {
                    ServerFixture.await(() -> started.connections() == 0);
                    started.close();
                    assertEquals(List.of(), started.complaints());
                });
    }

    @Test
    void whoDoesNotEndTheHeaderFieldsIsCutOff() throws Exception {
        start(new HttpTimes(SHORT, LONG, LONG));
        try (RawClient silent = connect();
                RawClient slow = connect()) {
            slow.send("GET / HTTP/1.1\r\nHost: x\r\n");
            assertTrue(silent.isEnded());
            assertTrue(slow.isEnded());
        }
    }

    @Test
    void whoTricklesHeaderFieldsIsCutOffAsWell() throws Exception {
        start(new HttpTimes(SHORT, LONG, LONG));
        try (RawClient slow = connect();
                RawClient other = connect()) {
            other.get("/health/live").read();
            slow.send("GET / HTTP/1.1\r\n");
            assertEquals(200, trickleUntilCutOff(slow, other));
        }
    }

    @Test
    void whoDoesNotEndABodyGetsAnAnswerAndIsCutOff() throws Exception {
        start(new HttpTimes(LONG, SHORT, LONG));
        try (RawClient slow = connect()) {
            slow.send(head("Content-Length: 100") + "{");
            RawClient.Response response = slow.read();
            assertEquals(408, response.status());
            assertTrue(response.body().contains("\"code\":\"request-timeout\""));
            assertTrue(slow.isEnded());
        }
    }

    @Test
    void aBodyThatKeepsComingHasASecondForEachKilobyte() throws Exception {
        start(new HttpTimes(LONG, SHORT, LONG));
        try (RawClient steady = connect();
                RawClient stalled = connect()) {
            steady.send(head("Content-Length: 20002") + "{" + " ".repeat(20_000));
            // When the second is cut off, the first has had as much time.
            stalled.send(head("Content-Length: 100") + "{");
            assertEquals(408, stalled.read().status());
            assertEquals(201, steady.send("}").read().status());
        }
    }

    @Test
    void aConnectionThatRestsIsClosed() throws Exception {
        start(new HttpTimes(LONG, LONG, SHORT));
        try (RawClient idle = connect()) {
            assertEquals(200, idle.get("/health/live").read().status());
            assertTrue(idle.isEnded());
        }
    }

    @Test
    void aSocketThatRestsIsClosed() throws Exception {
        start(new HttpTimes(LONG, LONG, SHORT));
        try (RawClient idle = connect()) {
            String upgrade = UPGRADE.replace("/v1/console/live", "/v1/stream");
            assertEquals(101, idle.send(upgrade.replace("\n", "\r\n")).read().status());
            boolean isOpen = true;
            while (isOpen) {
                isOpen = !idle.isEnded();
            }
        }
    }

    @Test
    void nextHeaderFieldsThatTrickleDoNotKeepAConnection() throws Exception {
        start(new HttpTimes(LONG, LONG, Duration.ofMillis(600)));
        try (RawClient slow = connect();
                RawClient other = connect()) {
            assertEquals(200, slow.get("/health/live").read().status());
            assertEquals(200, trickleUntilCutOff(slow, other));
        }
    }

    @Test
    void moreConnectionsOfOneAddressAreClosedAndTheOthersServed() throws Exception {
        connections = 1_000;
        moreConnectionsThanAllowedAreClosedAndTheOthersServed();
        ServerFixture.await(() -> server.orElseThrow().addresses() == 0);
    }

    @Test
    void moreConnectionsThanAllowedAreClosedAndTheOthersServed() throws Exception {
        perAddress = connections == CONNECTIONS ? 1_000 : CONNECTIONS;
        start(HttpTimes.USUAL);
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            RawClient client = connect();
            clients.add(client);
            assertEquals(200, client.get("/health/live").read().status());
        }
        try (RawClient over = connect()) {
            assertTrue(isCutOff(over));
        }
        for (RawClient client : clients) {
            assertEquals(200, client.get("/health/live").read().status());
        }
        clients.get(0).close();
        ServerFixture.await(() -> server.orElseThrow().connections() < CONNECTIONS);
        try (RawClient next = connect()) {
            assertEquals(200, next.get("/health/live").read().status());
        }
        for (RawClient client : clients) {
            client.close();
        }
    }

    /** What is asserted is that none of its connections is counted for ever. */
    @Test
    void theSocketOfTheConsoleOutlivesTheRestOfAConnectionAndIsCountedUntilItCloses()
            throws Exception {
        start(new HttpTimes(SHORT, LONG, LONG));
        try (RawClient console = connect();
                RawClient silent = connect()) {
            console.send(UPGRADE.replace("\n", "\r\n"));
            assertEquals(101, console.read().status());
            assertTrue(silent.isEnded());
            ServerFixture.await(() -> server.orElseThrow().connections() == 1);
            assertEquals(2, console.bytes(2).length);
        }
    }

    @Test
    void aHalfClosedConnectionIsClosed() throws Exception {
        start(HttpTimes.USUAL);
        try (RawClient client = connect();
                RawClient amidABody = connect()) {
            client.halfClose();
            assertTrue(client.isEnded());
            amidABody.send(head("Content-Length: 100") + "{");
            amidABody.halfClose();
            assertTrue(amidABody.isEnded());
        }
    }

    @Test
    void sizesAreTakenUpToTheLimitAndNotBeyond() throws Exception {
        start(HttpTimes.USUAL);
        assertEquals(201, status(body(1_024 - 1)));
        assertEquals(200, status(body(1_024)));
        assertEquals(413, status(body(1_024 + 1)));
        assertEquals(200, status(line(512 - 1)));
        assertEquals(200, status(line(512)));
        assertEquals(414, status(line(512 + 1)));
        assertEquals(200, status(header(2_048 - 1)));
        assertEquals(200, status(header(2_048)));
        assertEquals(431, status(header(2_048 + 1)));
    }

    @Test
    void moreBodiesInPiecesThanThereIsRoomForAreRefusedAndTheOthersRead() throws Exception {
        start(HttpTimes.USUAL);
        try (RawClient first = beginBody();
                RawClient second = connect()) {
            second.send(head("Transfer-Encoding: chunked") + piece("{") + piece(" "));
            RawClient.Response refused = second.read();
            assertEquals(503, refused.status());
            assertTrue(refused.body().contains("\"code\":\"overloaded\""), refused.body());
            assertTrue(refused.body().contains("\"outcome\":\"not-executed\""), refused.body());
            assertEquals("1", refused.header("retry-after"));
            assertEquals(404, second.send(piece("}") + "0\r\n\r\n").get(PATH).read().status());
            assertEquals(201, first.send(piece("}") + "0\r\n\r\n").read().status());
        }
        ServerFixture.await(() -> server.orElseThrow().bodyBytes() == 0);
        try (RawClient gone = beginBody()) {
            gone.reset();
            ServerFixture.await(() -> server.orElseThrow().bodyBytes() == 0);
        }
        try (RawClient next = beginBody()) {
            assertEquals(200, next.send(piece("}") + "0\r\n\r\n").read().status());
        }
    }

    @Test
    void theRoomOfABodyIsGivenBackWhenItsClientHasGoneBeforeTheAnswer() throws Exception {
        start(HttpTimes.USUAL);
        CompletableFuture<Void> gate = server.orElseThrow().service.holdNext();
        try (RawClient client = beginBody()) {
            client.send(piece("}") + "0\r\n\r\n");
            ServerFixture.await(server.orElseThrow().service::holdsACall);
            assertEquals(1_024, server.orElseThrow().bodyBytes());
            client.reset();
            ServerFixture.await(() -> server.orElseThrow().bodyBytes() == 0);
        }
        gate.complete(null);
        assertEquals(200, status(body(200)));
    }

    /** A client whose body has come but for its end, in pieces. */
    private RawClient beginBody() throws IOException {
        RawClient client = connect();
        client.send(head("Transfer-Encoding: chunked") + piece("{") + piece(" "));
        ServerFixture.await(() -> server.orElseThrow().bodyBytes() == 1_024);
        return client;
    }

    private static String piece(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    @Test
    void anUnknownExpectationIsRefused() throws Exception {
        start(HttpTimes.USUAL);
        assertEquals(417, status(head("Expect: the best\r\nContent-Length: 2")));
        try (RawClient client = connect()) {
            client.send(head("Expect: 100-continue\r\nContent-Length: 2"));
            assertEquals(100, client.read().status());
            assertEquals(201, client.send("{}").read().status());
        }
    }

    private void start(HttpTimes times) {
        int kilobytes = times.body().equals(SHORT) ? 64 : 1;
        HttpSizes sizes =
                new HttpSizes(
                        1_024 * kilobytes, 1_500 * kilobytes, 2_048, 512, connections, perAddress);
        HttpSettings settings =
                new HttpSettings(
                        new Address("127.0.0.1", 0),
                        Optional.empty(),
                        sizes,
                        times,
                        StreamLimits.USUAL);
        server =
                Optional.of(
                        new ServerFixture(settings, new Callers(List.of(), () -> Quota.UNLIMITED)));
    }

    private RawClient connect() throws IOException {
        return server.orElseThrow().connect();
    }

    private int status(String request) throws IOException {
        try (RawClient client = connect()) {
            return client.send(request).read().status();
        }
    }

    /** Sends a header field now and then; the status the other client got meanwhile. */
    private int trickleUntilCutOff(RawClient slow, RawClient other) throws IOException {
        int status = 0;
        boolean isOpen = true;
        while (isOpen) {
            status = other.get("/health/live").read().status();
            try {
                slow.send("X: y\r\n");
            } catch (IOException cutOff) {
                isOpen = false;
            }
        }
        return status;
    }

    private static boolean isCutOff(RawClient client) {
        try {
            return client.get("/health/live").isEnded();
        } catch (IOException reset) {
            return true;
        }
    }

    private static String head(String headers) {
        return "PUT "
                + PATH
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + headers
                + "\r\n\r\n";
    }

    private static String body(int bytes) {
        return head("Content-Length: " + bytes) + "{" + " ".repeat(bytes - 2) + "}";
    }

    private static String line(int bytes) {
        String start = "GET /health/live?";
        String end = " HTTP/1.1";
        return start
                + "x".repeat(bytes - start.length() - end.length())
                + end
                + "\r\nHost: x\r\n\r\n";
    }

    /** Netty counts the characters of all lines, without their ends. */
    private static String header(int bytes) {
        String fixed = "Host: xLong: ";
        return "GET /health/live HTTP/1.1\r\nHost: x\r\nLong: "
                + "x".repeat(bytes - fixed.length())
                + "\r\n\r\n";
    }
}
