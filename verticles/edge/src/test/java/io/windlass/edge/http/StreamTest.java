package io.windlass.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.RawClient;
import io.windlass.edge.access.Callers;
import io.windlass.edge.access.KeySecret;
import io.windlass.edge.access.Quota;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamTest {
    private final KeySecret key = KeySecret.draw(new Random(3));
    private final ServerFixture server =
            new ServerFixture(
                    HttpSettings.of("127.0.0.1", 0),
                    new Callers(
                            List.of(key.key("7", "write").orElseThrow()), () -> Quota.UNLIMITED));

    @AfterEach
    void stop() {
        ServerFixture.await(() -> server.connections() == 0);
        server.close();
        assertEquals(List.of(), server.complaints());
    }

    @Test
    void requestsAreServedFromTheTableOfEndpoints() throws Exception {
        try (Client client = new Client()) {
            assertEquals(
                    "{\"op\":\"reply\",\"id\":\"1\",\"status\":201",
                    client.ask(put("1", "{\"start\":3}")).substring(0, 35));
            String found =
                    client.ask(
                            "{\"op\":\"query\",\"id\":\"2\",\"endpoint\":"
                                    + "\"GET /v1/counters/visits?unit=men\"}");
            assertTrue(found.contains("\"value\":3,\"unit\":\"men\""), found);
        }
    }

    @Test
    void aReplyDoesNotWaitForAnEarlierOne() throws Exception {
        CompletableFuture<Void> gate = server.service.holdNext();
        try (Client client = new Client()) {
            client.send(put("slow", "{}"));
            assertTrue(client.ask(put("quick", "{}")).contains("\"id\":\"quick\""));
            gate.complete(null);
            assertTrue(client.receive().contains("\"id\":\"slow\""));
        }
    }

    @Test
    void aRequestThatIsWrongGetsTheProblemOfHttp() throws Exception {
        try (Client client = new Client()) {
            String answer = client.ask(put("1", "{\"start\":\"x\"}"));
            assertTrue(answer.contains("\"op\":\"reply\",\"id\":\"1\",\"status\":400"), answer);
            assertTrue(answer.contains("\"pointer\":\"/start\""), answer);
            answer = client.ask(put("2", "{}").replace("/v1/counters/visits", "/v1/nowhere"));
            assertTrue(answer.contains("\"code\":\"not-found\""), answer);
            answer = client.ask(put("2", "{}").replace("/v1/counters/visits", "/v1/stream"));
            assertTrue(answer.contains("\"code\":\"method-not-allowed\""), answer);
            answer = client.ask(put("3", "{}").replace("visits", "%ff"));
            assertTrue(answer.contains("\"code\":\"malformed-url\""), answer);
        }
    }

    @Test
    void aMessageThatIsNoRequestIsAnErrorAndTheSocketGoesOn() throws Exception {
        try (Client client = new Client()) {
            assertError("malformed-json", client.ask("{"));
            assertError("malformed-json", client.ask("[]"));
            assertError("invalid-id", client.ask("{\"op\":\"query\"}"));
            assertError("unknown-op", client.ask("{\"op\":\"subscribe\",\"id\":\"1\"}"));
            assertError("invalid-field", client.ask("{\"op\":\"query\",\"id\":\"1\"}"));
            assertError("unknown-field", client.ask("{\"id\":\"1\",\"operation\":\"x\"}"));
            assertError("invalid-field", client.ask(put("1", "7")));
            assertError("invalid-field", client.ask(put("1", "{}").replace("submit", "query")));
            assertTrue(client.ask(put("1", "{}")).contains("\"status\":201"));
        }
    }

    @Test
    void noMoreRequestsAreReadThanMayBeInFlight() throws Exception {
        int max = StreamLimits.USUAL.requests();
        List<CompletableFuture<Void>> gates = new ArrayList<>();
        for (int i = 0; i < max + 10; i++) {
            gates.add(server.service.holdNext());
        }
        try (Client client = new Client()) {
            for (int i = 0; i < max + 10; i++) {
                client.send(put(Integer.toString(i), "{}"));
            }
            ServerFixture.await(() -> server.service.gates() == 10);
            // A whole round trip later still nobody has taken the rest.
            try (RawClient other = server.connect()) {
                other.get("/health/live").read();
            }
            assertEquals(10, server.service.gates());
            gates.forEach(gate -> gate.complete(null));
            for (int i = 0; i < max + 10; i++) {
                assertTrue(client.receive().contains("\"op\":\"reply\""));
            }
        }
    }

    @Test
    void whatIsNoTextInUtf8ClosesTheSocket() throws Exception {
        assertEquals(1003, raw(0x82, new byte[] {1}));
        assertEquals(1007, raw(0x81, new byte[] {'"', (byte) 0xff, '"'}));
        assertEquals(1009, raw(0x81, new byte[StreamLimits.USUAL.messageBytes() + 1]));
    }

    @Test
    void aMessageInPiecesIsPutTogetherUpToTheLimit() throws Exception {
        try (Client client = new Client()) {
            String message = put("1", "{}");
            client.socket.sendText(message.substring(0, 9), false).join();
            client.socket.sendPing(ByteBuffer.wrap(new byte[] {1})).join();
            assertTrue(client.ask(message.substring(9)).contains("\"status\":201"));
            assertEquals(1, client.pongs.take());
            for (int i = 0; i < 3; i++) {
                client.socket.sendText(" ".repeat(32 * 1024), i == 2).join();
            }
            assertEquals(1009, client.closed.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aClientThatDoesNotReadIsClosed() throws Exception {
        try (ServerFixture small = slowFixture();
                RawClient client = small.connect()) {
            client.send(handshake("")).read();
            boolean isOpen = true;
            byte[] frame = RawFrames.masked(0x81, put("1", "{\"start\":\"x\"}").getBytes(UTF_8));
            while (isOpen) {
                try {
                    client.send(frame);
                } catch (IOException cut) {
                    isOpen = false;
                }
            }
            ServerFixture.await(() -> small.connections() == 0);
            assertEquals(List.of(), small.complaints());
        }
    }

    @Test
    void theHandshakeNeedsAKeyAndAnOwnOrigin() throws Exception {
        assertEquals(401, handshakeStatus(""));
        String known = "Authorization: Bearer " + key.text() + "\r\n";
        assertEquals(101, handshakeStatus(known));
        assertEquals(101, handshakeStatus(known + "Origin: http://x\r\n"));
        assertEquals(403, handshakeStatus(known + "Origin: http://evil\r\n"));
        assertEquals(403, handshakeStatus(known + "Origin: null\r\n"));
        try (RawClient client = server.connect()) {
            assertEquals(426, client.get("/v1/stream").read().status());
        }
    }

    private static ServerFixture slowFixture() {
        HttpSettings usual = HttpSettings.of("127.0.0.1", 0);
        StreamLimits limits = new StreamLimits(16, 64 * 1024, 16 * 1024, Duration.ofMillis(300));
        return new ServerFixture(
                new HttpSettings(
                        usual.address(), usual.tls(), usual.sizes(), usual.times(), limits),
                new Callers(List.of(), () -> Quota.UNLIMITED));
    }

    /** The code with which the server closes after one frame. */
    private int raw(int head, byte[] payload) throws Exception {
        try (RawClient client = server.connect()) {
            client.send(handshake("Authorization: Bearer " + key.text() + "\r\n")).read();
            client.send(RawFrames.masked(head, payload));
            return RawFrames.closeCode(client);
        }
    }

    private int handshakeStatus(String headers) throws Exception {
        try (RawClient client = server.connect()) {
            return client.send(handshake(headers)).read().status();
        }
    }

    private static String handshake(String headers) {
        return "GET /v1/stream HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + headers
                + "\r\n";
    }

    private static String put(String id, String body) {
        return "{\"op\":\"submit\",\"id\":\""
                + id
                + "\",\"endpoint\":\"PUT /v1/counters/visits\",\"body\":"
                + body
                + "}";
    }

    private static void assertError(String code, String answer) {
        assertTrue(answer.startsWith("{\"op\":\"error\""), answer);
        assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
    }

    private final class Client implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> pongs = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private final WebSocket socket;

        Client() {
            socket =
                    HttpClient.newHttpClient()
                            .newWebSocketBuilder()
                            .header("Authorization", "Bearer " + key.text())
                            .buildAsync(
                                    URI.create("ws://127.0.0.1:" + server.port() + "/v1/stream"),
                                    this)
                            .join();
        }

        void send(String message) {
            socket.sendText(message, true).join();
        }

        String ask(String message) throws InterruptedException {
            send(message);
            return receive();
        }

        String receive() throws InterruptedException {
            String message = received.poll(20, TimeUnit.SECONDS);
            assertTrue(message != null, "no message came");
            return message;
        }

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
            pongs.add((int) message.get());
            webSocket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            closed.complete(code);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
