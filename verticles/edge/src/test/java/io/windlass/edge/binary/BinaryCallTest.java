package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.windlass.base.client.BinaryClient;
import io.windlass.base.client.BinaryClient.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of endpoints by number, with all fields in one object. */
class BinaryCallTest {
    private static final int ECHO = 301;

    private final BinaryFixture server =
            new BinaryFixture(BinarySettings.CREDIT, BinaryFixture.PATIENT);
    private BinaryClient client;

    @BeforeEach
    void connect() throws IOException {
        client = server.greeted();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void fieldsOfPathAndBodyAreMembersOfOneObject() throws IOException {
        CallReply reply = call(ECHO, "{\"how\":\"loud\",\"name\":\"a/b\"}");
        assertEquals(200, reply.status());
        assertEquals("1:18", reply.position());
        assertEquals("{\"name\":\"a/b\",\"how\":\"loud\"}", text(reply));
    }

    @Test
    void whatIsMissingUnknownOrTwiceIsToldAsByHttp() throws IOException {
        assertProblem(400, "invalid-field", call(ECHO, ""));
        assertProblem(400, "unknown-field", call(ECHO, "{\"name\":\"a\",\"x\":1}"));
        assertProblem(400, "malformed-json", call(ECHO, "{\"name\":\"a\",\"name\":\"a\"}"));
        assertProblem(400, "malformed-json", call(ECHO, "[]"));
        assertProblem(413, "body-too-large", call(ECHO, " ".repeat(65_537)));
        assertProblem(404, "not-found", call(302, "{}"));
        assertEquals(200, call(ECHO, "{\"name\":\"still here\"}").status());
    }

    @Test
    void aKeyMayCallWhatItsScopesSay() throws IOException {
        try (BinaryClient reader = server.connect()) {
            reader.hello(server.reader.text()).expect(BinaryClient.HELLO_REPLY);
            CallReply reply = call(reader, ECHO, "{\"name\":\"a\"}");
            assertProblem(403, "forbidden", reply);
        }
    }

    @Test
    void whoCallsTooOftenIsToldWhenToTryAgain() throws IOException {
        try (BinaryFixture limited = BinaryFixture.withQuota(1);
                BinaryClient caller = limited.greeted()) {
            assertEquals(200, call(caller, ECHO, "{\"name\":\"a\"}").status());
            CallReply reply = call(caller, ECHO, "{\"name\":\"a\"}");
            assertProblem(429, "rate-limited", reply);
            assertEquals(1, reply.retryAfterSeconds());
        }
    }

    @Test
    void aBugIsAnsweredAndTheConnectionGoesOn() throws IOException {
        server.service.breakNext();
        assertProblem(500, "internal-error", call(ECHO, "{\"name\":\"a\"}"));
        assertEquals(200, call(ECHO, "{\"name\":\"a\"}").status());
    }

    @Test
    void aCallWithoutANumberIsMalformed() throws IOException {
        client.send(BinaryClient.CALL, 0, 1, new byte[3]);
        assertEquals(ProtocolError.MALFORMED_PAYLOAD.number(), client.next().error());
    }

    @Test
    void creditForCallsComesBack() throws IOException {
        for (int i = 0; i < 3; i++) {
            call(ECHO, "{\"name\":\"a\"}");
        }
        call(302, "");
        client.resolve("a");
        assertEquals(BinarySettings.CREDIT + 4, client.creditGiven());
    }

    private CallReply call(int endpoint, String body) throws IOException {
        return call(client, endpoint, body);
    }

    private static CallReply call(BinaryClient client, int endpoint, String body)
            throws IOException {
        Frame reply = client.call(endpoint, body).expect(BinaryClient.CALL_REPLY);
        return CallReply.read(Unpooled.wrappedBuffer(reply.payload())).orElseThrow();
    }

    private static void assertProblem(int status, String code, CallReply reply) {
        assertEquals(status, reply.status(), () -> text(reply));
        assertTrue(text(reply).contains("\"code\":\"" + code + "\""), () -> text(reply));
        assertEquals("", reply.position());
    }

    private static String text(CallReply reply) {
        return reply.body().toString(StandardCharsets.UTF_8);
    }
}
