package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fails ends the node; a log that is damaged does not start; nothing is lost. */
class DiskFailureIT {
    private static final int TRANSFERS = 50;
    private static final String SEGMENT = "partitions/1/00000000000000000001.log";

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"fdatasync", "pwrite64"})
    void aDiskThatFailsEndsTheNodeBeforeItAcknowledgesAnything(String call) throws Exception {
        Tracer.assumeHere(directory);
        Path data = directory.resolve("data");
        try (RunningServer server = launch(data).startReady()) {
            Client http = server.client();
            fill(http);
            try (Tracer tracer = Tracer.failing(call, server.pid(), directory)) {
                assertTrue(tracer.isAttached() && server.isAlive(), server::stderr);
                assertThrows(IOException.class, () -> acknowledge(http, "lost-1"));
                assertEquals(1, server.awaitExit(), server::stderr);
            }
            assertTrue(
                    server.lastLine().startsWith("windlass: partition 1 stopped: its disk failed"),
                    server::stderr);
            assertTrue(server.lastLine().contains("Input/output error"), server::stderr);
        }
        try (RunningServer server = launch(data).startReady()) {
            everythingIsThere(server.client());
        }
    }

    @Test
    void aCommittedFrameThatIsDamagedStopsTheStartAndChangesNothing() throws IOException {
        Path data = directory.resolve("data");
        try (RunningServer server = launch(data).startReady()) {
            fill(server.client());
            server.kill();
        }
        Path segment = data.resolve(SEGMENT);
        long at = indexOf(Files.readAllBytes(segment), "t-7");
        flip(segment, at);
        byte[] damaged = Files.readAllBytes(segment);
        try (RunningServer server = launch(data).start()) {
            assertEquals(1, server.awaitExit(), server::stderr);
            String last = server.lastLine();
            assertTrue(last.startsWith("windlass: "), server::stderr);
            assertTrue(last.contains(SEGMENT), server::stderr);
            assertTrue(last.matches(".* at offset \\d+\\..*Restore this file.*"), server::stderr);
            long offset = Long.parseLong(last.replaceFirst(".* at offset (\\d+).*", "$1"));
            assertTrue(offset <= at && at - offset < 1 << 18, last);
        }
        assertEquals(ByteBuffer.wrap(damaged), ByteBuffer.wrap(Files.readAllBytes(segment)));
        flip(segment, at);
        try (RunningServer server = launch(data).startReady()) {
            everythingIsThere(server.client());
        }
    }

    private static Launch launch(Path data) {
        return Launch.on(data).with("log.segment.bytes=1048576");
    }

    private static void fill(Client http) {
        http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
        http.put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
        for (int i = 1; i <= TRANSFERS; i++) {
            http.post(Bodies.TRANSFER_PATH, body("t-" + i)).expect(200);
        }
    }

    /** Throws if the answer is anything but an acknowledgement. */
    private static void acknowledge(Client http, String id) throws IOException {
        Got got = http.tryPost(Bodies.TRANSFER_PATH, body(id));
        if (got.status() != 200) {
            throw new IOException("not acknowledged: " + got.body());
        }
    }

    /** All acknowledged ones are there; the one without an answer is there or not, never twice. */
    private static void everythingIsThere(Client http) {
        for (int i = 1; i <= TRANSFERS; i++) {
            Got again = http.post(Bodies.TRANSFER_PATH, body("t-" + i)).expect(200);
            assertTrue(again.isReplay(), again.body());
            again.has("/position", "1:" + (i + 3));
        }
        http.post(Bodies.TRANSFER_PATH, body("lost-1")).expect(200);
        String all = (TRANSFERS + 1) + ".00";
        http.get("/v1/accounts/alice/balance").expect(200).has("/posted", all);
        http.get("/v1/audit/trial-balance").expect(200).has("/balanced", "true");
    }

    private static String body(String id) {
        return Bodies.transfer("bank", "alice", "1.00", id);
    }

    private static long indexOf(byte[] bytes, String text) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertTrue(at > 0, "the log does not have " + text);
        return at;
    }

    private static void flip(Path file, long at) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 1)).flip();
            channel.write(one, at);
        }
    }
}
