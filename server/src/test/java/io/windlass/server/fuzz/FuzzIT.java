package io.windlass.server.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.RawClient;
import io.windlass.server.Features;
import io.windlass.server.it.Launch;
import io.windlass.server.it.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every endpoint gets its requests wrong in every way, and stays well.
 *
 * <p>{@code -Dwindlass.fuzz.seed=} and {@code -Dwindlass.fuzz.requests=} choose others.
 */
class FuzzIT {
    private static final long SEED = Long.getLong("windlass.fuzz.seed", 20_261_122L);
    private static final int REQUESTS = Integer.getInteger("windlass.fuzz.requests", 20_000);
    private static final int PIPELINED = 50;
    private static final int BODY_BYTES_MAX = 64 << 10;
    private static final int LARGE_BYTES = 10 << 20;

    @TempDir private static Path data;
    private static RunningServer server;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        server = Launch.on(data).startReady();
        port = server.client().base().getPort();
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
    void wrongRequestsAreRefusedAndChangeNothing() throws IOException {
        Mutator mutator = new Mutator(Features.all());
        List<Mutant> wrong = new ArrayList<>();
        List<Mutant> doubtful = new ArrayList<>();
        LongStream.range(SEED, SEED + REQUESTS)
                .mapToObj(mutator::mutant)
                .forEach(mutant -> (mutant.isWrong() ? wrong : doubtful).add(mutant));
        assertTrue(wrong.size() > REQUESTS / 2, "of so many are wrong: " + wrong.size());
        String before = server.client().get("/v1/audit/trial-balance").expect(200).body();
        sendAll(wrong);
        assertEquals(before, server.client().get("/v1/audit/trial-balance").body());
        sendAll(doubtful);
        server.client().get("/v1/audit/trial-balance").expect(200).has("/balanced", "true");
    }

    @Test
    void aHugeBodyIsRefusedWithoutBeingRead() throws IOException {
        for (String path : List.of("/v1/transfers", "/v1/transfers/batch")) {
            try (RawClient wire = new RawClient(port)) {
                String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\n";
                String type = "Content-Type: application/json\r\n";
                String length = "Content-Length: " + LARGE_BYTES + "\r\n\r\n";
                wire.send((head + type + length).getBytes(StandardCharsets.US_ASCII));
                // Nothing of the body has been sent, and the answer is there.
                assertEquals(413, wire.read().status());
            }
            assertTrue(sendsLessThan(path, LARGE_BYTES), path + " reads all of a huge body");
        }
    }

    /** Whether the server hangs up before it has taken so many bytes of a chunked body. */
    private static boolean sendsLessThan(String path, int bytes) throws IOException {
        byte[] chunk =
                ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        String head =
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n";
        try (RawClient wire = new RawClient(port)) {
            wire.send(head.getBytes(StandardCharsets.US_ASCII));
            // What the sockets hold comes on top of what the server reads.
            for (int sent = 0; sent < 4 * bytes; sent += chunk.length) {
                wire.send(chunk);
            }
            return false;
        } catch (SocketException hungUp) {
            return true;
        }
    }

    private static void sendAll(List<Mutant> mutants) throws IOException {
        int next = 0;
        while (next < mutants.size()) {
            try (RawClient wire = new RawClient(port)) {
                boolean isOpen = true;
                while (isOpen && next < mutants.size()) {
                    int answered = send(wire, mutants.subList(next, end(mutants, next)));
                    next += Math.abs(answered);
                    isOpen = answered > 0;
                }
            }
        }
    }

    /** Where to end: the server hangs up behind a body that is too large. */
    private static int end(List<Mutant> mutants, int from) {
        int end = from;
        boolean isLarge = false;
        while (!isLarge && end < mutants.size() && end < from + PIPELINED) {
            isLarge = mutants.get(end).body().length > BODY_BYTES_MAX;
            end++;
        }
        return end;
    }

    /** How many were answered; negative if the server ended the connection with the last one. */
    private static int send(RawClient wire, List<Mutant> mutants) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        mutants.forEach(mutant -> all.writeBytes(mutant.bytes()));
        wire.send(all.toByteArray());
        for (int i = 0; i < mutants.size(); i++) {
            RawClient.Response response = read(wire, mutants.get(i));
            Verdict.check(mutants.get(i), response);
            if (response.header("connection").equalsIgnoreCase("close")) {
                return -(i + 1);
            }
        }
        return mutants.size();
    }

    private static RawClient.Response read(RawClient wire, Mutant mutant) {
        try {
            return wire.read();
        } catch (IOException e) {
            throw new AssertionError("no answer to\n" + mutant, e);
        }
    }

    private static String account(String kind) {
        return "{\"currency\":\"USD\",\"kind\":\"" + kind + "\"}";
    }
}
