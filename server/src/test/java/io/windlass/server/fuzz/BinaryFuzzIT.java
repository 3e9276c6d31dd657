package io.windlass.server.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.BinaryClient;
import io.windlass.base.client.BinaryClient.Frame;
import io.windlass.server.it.Launch;
import io.windlass.server.it.Purse;
import io.windlass.server.it.RunningServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Frames of the binary protocol with something wrong: each is answered or its connection ends, and
 * the node goes on as if it had not come.
 */
class BinaryFuzzIT {
    private static final int FRAMES = Integer.getInteger("windlass.fuzz.frames", 2_000);
    private static final int HEADER_BYTES = 32;
    private static final int LAST_ERROR = 24;

    private static final List<String> CALLS =
            List.of(
                    "102 {\"account_id\":\"alice\"}",
                    "112 {\"from_account\":\"alice\",\"to_account\":\"bank\",\"amount\":\"0\","
                            + "\"currency\":\"USD\",\"transaction_id\":\"t-1\"}",
                    "115 {}",
                    "121 ");

    @TempDir private static Path data;
    private static RunningServer server;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        server = Launch.on(data).startReady();
        port = Purse.port(server);
        server.client().put("/v1/accounts/bank", account("external")).expect(201);
        server.client().put("/v1/accounts/alice", account("customer")).expect(201);
    }

    @AfterAll
    static void stop() {
        String complaints =
                server.stderr()
                        .lines()
                        .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                        .findFirst()
                        .orElse("");
        server.close();
        assertEquals("", complaints);
    }

    @Test
    void wrongFramesAreRefusedAndChangeNothing() throws IOException {
        Random random = new Random(7);
        String before = server.client().get("/v1/audit/trial-balance").expect(200).body();
        Map<Integer, Integer> errors = new TreeMap<>();
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = frame(random);
            byte[] wrong = frame.clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (!Arrays.equals(frame, wrong)) {
                errors.merge(send(wrong, frame(random)), 1, Integer::sum);
            }
        }
        assertEquals(before, server.client().get("/v1/audit/trial-balance").body());
        assertTrue(errors.size() > 3, errors::toString);
        assertTrue(errors.keySet().stream().allMatch(error -> error < LAST_ERROR));
    }

    @Test
    void framesThatAreSealedWithAnythingInThemLeaveTheBooksInBalance() throws IOException {
        Random random = new Random(8);
        Map<Integer, Integer> errors = new TreeMap<>();
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = frame(random);
            byte[] payload = Arrays.copyOfRange(frame, HEADER_BYTES, frame.length);
            for (int j = random.nextInt(4); j >= 0; j--) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt();
            }
            int type = random.nextInt(8) == 0 ? random.nextInt(256) : frame[5];
            int items = random.nextInt(8) == 0 ? random.nextInt() : frame[12];
            byte[] sealed = BinaryClient.frame(type, items, random.nextLong(), 0, payload);
            errors.merge(send(sealed, frame(random)), 1, Integer::sum);
        }
        server.client().get("/v1/audit/trial-balance").expect(200).has("/balanced", "true");
        assertTrue(errors.keySet().stream().allMatch(error -> error < LAST_ERROR));
    }

    /**
     * Sends a frame and half of another one on a connection of their own; the number of the error,
     * 0 if there was none.
     */
    private static int send(byte[] frame, byte[] next) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        try (BinaryClient client = new BinaryClient(socket)) {
            client.hello("").expect(BinaryClient.HELLO_REPLY);
            client.send(frame).send(Arrays.copyOf(next, next.length / 2));
            socket.shutdownOutput();
            int error = 0;
            Optional<Frame> answer = client.read();
            while (answer.isPresent()) {
                error = answer.get().type() == BinaryClient.ERROR ? answer.get().error() : error;
                answer = client.read();
            }
            return error;
        } catch (EOFException half) {
            throw new AssertionError("a frame of the node was cut", half);
        }
    }

    /** Any sound frame that a client may send behind HELLO. */
    private static byte[] frame(Random random) {
        byte[] names = {5, 0, 2, 0, 5, 0, 'a', 'l', 'i', 'c', 'e', 4, 0, 'b', 'a', 'n', 'k'};
        if (random.nextInt(4) == 0) {
            return BinaryClient.frame(BinaryClient.RESOLVE, 0, 1, 0, names);
        }
        if (random.nextInt(3) == 0) {
            String call = CALLS.get(random.nextInt(CALLS.size()));
            return BinaryClient.frame(BinaryClient.CALL, 0, 1, 0, call(call));
        }
        int items = 1 + random.nextInt(5);
        byte[] commands = new byte[64 * items];
        random.nextBytes(commands);
        for (int i = 0; i < items; i++) {
            // An operation that there is, and handles that there are not.
            commands[64 * i + 42] = 1;
        }
        return BinaryClient.frame(BinaryClient.TRANSFERS, items, 1, 0, commands);
    }

    /** The payload of a call: the number of an endpoint, a blank and the body. */
    private static byte[] call(String text) {
        int blank = text.indexOf(' ');
        byte[] body = text.substring(blank + 1).getBytes(StandardCharsets.UTF_8);
        return BinaryClient.buffer(4 + body.length)
                .putInt(Integer.parseInt(text.substring(0, blank)))
                .put(body)
                .array();
    }

    private static String account(String kind) {
        return "{\"currency\":\"USD\",\"kind\":\"" + kind + "\"}";
    }
}
