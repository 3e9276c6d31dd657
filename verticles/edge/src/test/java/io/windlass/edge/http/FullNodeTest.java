package io.windlass.edge.http;

import static io.windlass.edge.http.HttpVerticleTest.add;
import static io.windlass.edge.http.HttpVerticleTest.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.base.client.RawClient;
import io.windlass.base.client.RawClient.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that is full says so before it has read anything but the header fields. */
class FullNodeTest {
    private static final String COUNTER = "/v1/counters/visits";
    private static final String ADD = COUNTER + "/add";

    private ServerFixture server;
    private RawClient client;

    @BeforeEach
    void start() throws Exception {
        server = new ServerFixture();
        client = server.connect();
        client.send("POST /v1/counters/visits:reset HTTP/1.1\r\nHost: x\r\n\r\n").read();
        server.service.full(true);
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void aWriteIsRefusedBeforeItsBodyComes(String type) throws Exception {
        String path = type.equals("application/json") ? ADD : ADD + "/batch";
        client.send(
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: "
                        + type
                        + "\r\nContent-Length: "
                        + add(1).length()
                        + "\r\n\r\n");
        Response refused = client.read();
        assertProblem(503, "overloaded", refused);
        assertEquals("1", refused.header("retry-after"));
        server.service.full(false);
        client.send(add(1)).post(ADD, add(1));
        assertEquals("{\"id\":\"visits\",\"value\":1}", client.read().body());
    }

    @Test
    void aReadIsServed() throws Exception {
        assertEquals(200, client.get(COUNTER).read().status());
    }
}
