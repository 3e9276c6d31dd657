package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.base.client.BinaryClient;
import io.windlass.base.client.BinaryClient.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The binary port of the real server, byte by byte. */
class BinaryIT {
    @TempDir private static Path data;
    private static RunningServer server;
    private static Client http;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        server = Launch.on(data).startReady();
        http = server.client();
        port = Integer.parseInt(http.get("/v1/info").expect(200).at("/binary_port"));
        http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
        http.put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
    }

    @AfterAll
    static void stop() {
        assertEquals(0, server.terminate(), server::stderr);
    }

    @Test
    void aTransferIsTheSameOnBothPorts() throws IOException {
        try (BinaryClient client = new BinaryClient(port)) {
            client.hello("").expect(BinaryClient.HELLO_REPLY);
            ByteBuffer names = client.resolve("bank", "alice", "nobody").payload();
            assertEquals(0, names.getLong(32));
            assertEquals(2, names.getLong(8) >>> 16, "the scale of dollars");
            byte[] command =
                    Commands.transfer(
                            1, 1, names.getLong(0), names.getLong(16), 2_500, names.getShort(8));
            client.send(BinaryClient.TRANSFERS, 1, 7, command);
            Frame reply = client.next().expect(BinaryClient.TRANSFERS_REPLY);
            assertEquals(7, reply.correlation());
            ByteBuffer result = reply.payload();
            assertEquals(0, result.getShort(4), "code");
            http.get("/v1/accounts/alice").expect(200).has("/posted", "25.00");
            assertEquals(-2_500, result.getLong(24));
            assertEquals(2_500, result.getLong(32));
            client.send(BinaryClient.TRANSFERS, 1, 8, command);
            ByteBuffer again = client.next().expect(BinaryClient.TRANSFERS_REPLY).payload();
            assertEquals(1, again.getShort(6) & 1, "replayed");
            again.putShort(6, (short) (again.getShort(6) & ~1));
            assertArrayEquals(result.array(), again.array());
        }
    }
}
