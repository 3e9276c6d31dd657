package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.windlass.base.client.BinaryClient;
import io.windlass.base.client.BinaryClient.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long, how much and how often a client may keep the port busy. */
class BinaryLimitsTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void aClientThatDoesNotSayHelloInTimeIsToldSo() throws IOException {
        try (BinaryFixture server = fixture(new BinaryTimes(SHORT, LONG, LONG));
                BinaryClient silent = server.connect();
                BinaryClient slow = server.connect()) {
            slow.send(new byte[] {'W', 'L'});
            assertTimedOut(silent);
            assertTimedOut(slow);
            BinaryFixture.await(() -> server.connections() == 0);
        }
    }

    @Test
    void aFrameThatStaysHalfIsToldSo() throws IOException {
        try (BinaryFixture server = fixture(new BinaryTimes(LONG, SHORT, LONG));
                BinaryClient client = server.greeted()) {
            byte[] frame =
                    BinaryClient.frame(BinaryClient.TRANSFERS, 1, 1, 7, BinaryFixture.commands(1));
            client.send(frame).send(Arrays.copyOf(frame, 40));
            assertEquals(1, client.next().expect(BinaryClient.TRANSFERS_REPLY).items());
            assertTimedOut(client);
        }
    }

    @Test
    void aClientThatRestsIsToldSoButNotOneThatWaits() throws IOException {
        try (BinaryFixture server = fixture(new BinaryTimes(LONG, LONG, SHORT));
                BinaryClient waiting = server.greeted()) {
            server.service.hold();
            waiting.send(BinaryClient.TRANSFERS, 1, 1, BinaryFixture.commands(1));
            BinaryFixture.await(() -> server.service.held() == 1);
            try (BinaryClient resting = server.greeted()) {
                assertTimedOut(resting);
            }
            server.service.release();
            assertEquals(1, waiting.next().expect(BinaryClient.TRANSFERS_REPLY).items());
            assertTimedOut(waiting);
        }
    }

    @Test
    void aKeyThatHasSentTooMuchIsToldSoForEachCommand() throws IOException {
        try (BinaryFixture server = BinaryFixture.withQuota(3);
                BinaryClient client = server.greeted()) {
            for (int code : new int[] {0, 23}) {
                client.send(BinaryClient.TRANSFERS, 4, 1, BinaryFixture.commands(4));
                Frame reply = client.next().expect(BinaryClient.TRANSFERS_REPLY);
                for (int i = 0; i < 4; i++) {
                    assertEquals(code, reply.payload().getShort(48 * i + 4));
                }
            }
            Frame handles = client.resolve("a", "b").expect(BinaryClient.RESOLVE_REPLY);
            assertEquals(0, handles.payload().getLong(16));
            assertEquals(23, handles.payload().getLong(24));
            assertEquals(4, server.service.commands());
        }
    }

    @Test
    void nothingIsReadFromAClientThatDoesNotTakeItsAnswers() throws Exception {
        int frames = 120;
        try (BinaryFixture server = fixture(BinaryFixture.PATIENT);
                BinaryClient client = server.greeted()) {
            byte[] commands = BinaryFixture.commands(BinarySettings.ITEMS_MAX);
            Thread sender =
                    new Thread(
                            () -> {
                                try {
                                    for (int i = 0; i < frames; i++) {
                                        client.send(
                                                BinaryClient.TRANSFERS,
                                                BinarySettings.ITEMS_MAX,
                                                i,
                                                commands);
                                    }
                                } catch (IOException e) {
                                    throw new AssertionError(e);
                                }
                            });
            sender.start();
            // It stands still with most of the frames in the sockets or not sent.
            int[] seen = {-1};
            long[] since = {0};
            BinaryFixture.await(() -> stands(server, seen, since));
            assertTrue(seen[0] < frames * BinarySettings.ITEMS_MAX / 2, "" + seen[0]);
            for (int i = 0; i < frames; i++) {
                assertEquals(i, client.next().expect(BinaryClient.TRANSFERS_REPLY).correlation());
            }
            sender.join();
        }
    }

    @Test
    void framesInPiecesTakeMemoryThatIsThereAndGiveItBack() throws Exception {
        int half = 32 + BinarySettings.ITEMS_MAX * 32;
        byte[] frame =
                BinaryClient.frame(
                        BinaryClient.TRANSFERS,
                        BinarySettings.ITEMS_MAX,
                        1,
                        7,
                        BinaryFixture.commands(BinarySettings.ITEMS_MAX));
        try (BinaryFixture server = fixture(BinaryFixture.PATIENT)) {
            server.room.take(BinaryFixture.ROOM_BYTES - half / 2);
            try (BinaryClient client = server.greeted()) {
                client.send(Arrays.copyOf(frame, half));
                assertEquals(ProtocolError.NO_ROOM.number(), client.next().error());
            }
            server.room.giveBack(BinaryFixture.ROOM_BYTES - half / 2);
            try (BinaryClient client = server.greeted()) {
                client.send(Arrays.copyOf(frame, half));
                BinaryFixture.await(() -> server.room.taken() >= half);
                client.send(Arrays.copyOfRange(frame, half, frame.length));
                assertEquals(BinarySettings.ITEMS_MAX, client.next().items());
                BinaryFixture.await(() -> server.room.taken() == 0);
                client.send(Arrays.copyOf(frame, half));
                BinaryFixture.await(() -> server.room.taken() > 0);
            }
            BinaryFixture.await(() -> server.room.taken() == 0);
        }
    }

    @Test
    void aNodeThatStopsAnswersWhatIsInFlightAndSaysThatItGoes() throws Exception {
        BinaryFixture server = fixture(BinaryFixture.PATIENT);
        Future<Void> stopped;
        try (BinaryClient silent = server.connect();
                BinaryClient client = server.greeted()) {
            server.service.hold();
            client.send(BinaryClient.TRANSFERS, 1, 1, BinaryFixture.commands(1));
            BinaryFixture.await(() -> server.service.held() == 1);
            stopped = server.stop();
            assertEquals(2_000, client.next().expect(BinaryClient.GO_AWAY).payload().getInt(0));
            client.send(BinaryClient.TRANSFERS, 1, 2, BinaryFixture.commands(1));
            BinaryFixture.await(() -> server.service.held() == 2);
            server.service.release();
            assertEquals(2, client.next().expect(BinaryClient.TRANSFERS_REPLY).correlation());
            assertEquals(1, client.next().expect(BinaryClient.TRANSFERS_REPLY).correlation());
            assertTrue(client.hasEnded());
            assertTrue(silent.hasEnded());
        }
        stopped.await(20, TimeUnit.SECONDS);
        assertEquals(0, server.connections());
        server.close();
    }

    @Test
    void aNodeThatStopsDoesNotWaitForEver() throws Exception {
        try (BinaryFixture server = fixture(BinaryFixture.PATIENT);
                BinaryClient client = server.greeted()) {
            server.service.hold();
            client.send(BinaryClient.TRANSFERS, 1, 1, BinaryFixture.commands(1));
            BinaryFixture.await(() -> server.service.held() == 1);
            server.stop().await(20, TimeUnit.SECONDS);
            client.next().expect(BinaryClient.GO_AWAY);
            assertEquals(Optional.empty(), client.read());
        }
    }

    @Test
    void framesItemsAndErrorsAreCounted() throws IOException {
        try (BinaryFixture server = fixture(BinaryFixture.PATIENT);
                BinaryClient client = server.greeted()) {
            client.send(BinaryClient.TRANSFERS, 3, 1, BinaryFixture.commands(3));
            client.next().expect(BinaryClient.TRANSFERS_REPLY);
            client.resolve("a");
            client.send(BinaryClient.HELLO, 0, 1, new byte[0]);
            assertEquals(ProtocolError.HELLO_EXPECTED.number(), client.next().error());
            String metrics = server.registry.scrape();
            for (String line :
                    new String[] {
                        "windlass_binary_connections 1",
                        "windlass_binary_latency_seconds_count{type=\"HELLO\"} 1",
                        "windlass_binary_frames_total{type=\"TRANSFERS\"} 1",
                        "windlass_binary_frames_total{type=\"RESOLVE\"} 1",
                        "windlass_binary_items_total 3",
                        "windlass_binary_errors_total{error=\"HELLO_EXPECTED\"} 1",
                        "windlass_binary_latency_seconds_count{type=\"TRANSFERS\"} 1"
                    }) {
                assertTrue(metrics.contains(line), () -> line + " is not in\n" + metrics);
            }
        }
    }

    /** Whether no command has come for half a second. */
    private static boolean stands(BinaryFixture server, int[] seen, long[] since) {
        int now = server.service.commands();
        if (now != seen[0] || now == 0) {
            seen[0] = now;
            since[0] = System.nanoTime();
        }
        return System.nanoTime() - since[0] > 500_000_000;
    }

    private static BinaryFixture fixture(BinaryTimes times) {
        return new BinaryFixture(1 << 20, times);
    }

    private static void assertTimedOut(BinaryClient client) throws IOException {
        assertEquals(ProtocolError.TIMED_OUT.number(), client.next().error());
        assertEquals(Optional.empty(), client.read());
    }
}
