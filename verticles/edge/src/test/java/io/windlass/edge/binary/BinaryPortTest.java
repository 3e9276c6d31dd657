package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.BinaryClient;
import io.windlass.base.client.BinaryClient.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The port on a socket: who may say what and when. */
class BinaryPortTest {
    private final BinaryFixture server = new BinaryFixture(1_000, BinaryFixture.PATIENT);

    @AfterEach
    void stop() {
        BinaryFixture.await(() -> server.connections() == 0);
        server.close();
    }

    @Test
    void theReplyToHelloSaysWhatTheKeyMaySend() throws IOException {
        try (BinaryClient client = server.connect()) {
            ByteBuffer reply = client.hello(server.writer.text()).expect(2).payload();
            assertEquals(bits(3, 4, 5, 6, 7, 8, 9, 10, 12), reply.getLong(0));
            assertEquals(1_000, reply.getInt(8));
            assertEquals(BinarySettings.PAYLOAD_BYTES_MAX, reply.getInt(12));
            assertEquals(1_000, reply.getInt(16), "no more items than there is credit for");
            assertEquals(7, reply.getInt(20));
        }
        try (BinaryClient client = server.connect()) {
            ByteBuffer reply = client.hello(server.reader.text()).expect(2).payload();
            assertEquals(bits(3, 4, 9, 10, 12), reply.getLong(0));
            client.send(BinaryClient.TRANSFERS, 1, 1, BinaryFixture.commands(1));
            assertEnded(client, ProtocolError.UNAUTHORIZED);
        }
    }

    @Test
    void transfersAreAnsweredInAnyOrder() throws IOException {
        try (BinaryClient client = server.greeted()) {
            server.service.hold();
            client.send(BinaryClient.TRANSFERS, 2, 77, BinaryFixture.commands(2));
            client.send(BinaryClient.TRANSFERS, 3, -1, BinaryFixture.commands(3));
            BinaryFixture.await(() -> server.service.held() == 2);
            server.service.release();
            Frame second = client.next().expect(BinaryClient.TRANSFERS_REPLY);
            assertEquals(-1, second.correlation());
            assertEquals(7, second.tenant());
            assertEquals(3, second.items());
            for (int i = 0; i < 3; i++) {
                assertEquals(i, second.payload().getInt(48 * i));
                assertEquals(i + 1, second.payload().getLong(48 * i + 24));
            }
            assertEquals(77, client.next().expect(BinaryClient.TRANSFERS_REPLY).correlation());
        }
    }

    @Test
    void aFrameWithoutItemsIsAnsweredWithNone() throws IOException {
        try (BinaryClient client = server.greeted()) {
            client.send(BinaryClient.TRANSFERS, 0, 1, new byte[0]);
            assertEquals(0, client.next().expect(BinaryClient.TRANSFERS_REPLY).items());
        }
    }

    @Test
    void namesBecomeHandlesInTheirOrder() throws IOException {
        try (BinaryClient client = server.greeted()) {
            Frame reply = client.resolve("abc", "", "\u20ac").expect(BinaryClient.RESOLVE_REPLY);
            assertEquals(3, reply.items());
            assertEquals(3, reply.payload().getLong(0));
            assertEquals(7, reply.payload().getLong(8), "the detail");
            assertEquals(0, reply.payload().getLong(16));
            assertEquals(1, reply.payload().getLong(32));
        }
    }

    @Test
    void handlesOfFramesThatNobodyTakesAreNotResolved() throws IOException {
        try (BinaryClient client = server.greeted()) {
            client.send(BinaryClient.RESOLVE, 0, 1, new byte[] {3, 0, 0, 0});
            assertEnded(client, ProtocolError.MALFORMED_PAYLOAD);
        }
    }

    @Test
    void moreThanTheCreditEndsTheConnection() throws IOException {
        try (BinaryClient client = server.greeted()) {
            server.service.hold();
            client.send(BinaryClient.TRANSFERS, 999, 1, BinaryFixture.commands(999));
            client.send(BinaryClient.TRANSFERS, 2, 2, BinaryFixture.commands(2));
            assertEnded(client, ProtocolError.CREDIT_EXCEEDED);
            server.service.release();
        }
    }

    @Test
    void creditComesBackWithTheAnswers() throws IOException {
        try (BinaryClient client = server.greeted()) {
            for (int i = 0; i < 5; i++) {
                client.send(BinaryClient.TRANSFERS, 1_000, i, BinaryFixture.commands(1_000));
                assertEquals(i, client.next().expect(BinaryClient.TRANSFERS_REPLY).correlation());
            }
            client.resolve("a");
            assertEquals(1_000 + 5 * 1_000, client.creditGiven());
        }
    }

    @Test
    void beforeHelloNothingElseIsTaken() throws IOException {
        try (BinaryClient client = server.connect()) {
            client.send(BinaryClient.TRANSFERS, 1, 1, BinaryFixture.commands(1));
            assertEnded(client, ProtocolError.HELLO_EXPECTED);
        }
        try (BinaryClient client = server.greeted()) {
            assertEquals(10, client.hello(server.writer.text()).error());
        }
        assertEquals(0, server.service.commands());
    }

    @Test
    void whoHasNoKeyIsToldSo() throws IOException {
        for (String key : new String[] {"", "windlass", server.writer.text() + "0"}) {
            try (BinaryClient client = server.connect()) {
                assertEquals(ProtocolError.UNAUTHORIZED.number(), client.hello(key).error());
                assertEquals(Optional.empty(), client.read());
            }
            BinaryFixture.await(() -> server.connections() == 0);
        }
    }

    @Test
    void theTenantIsThatOfTheKey() throws IOException {
        try (BinaryClient client = server.greeted()) {
            byte[] commands = BinaryFixture.commands(1);
            client.send(BinaryClient.frame(BinaryClient.TRANSFERS, 1, 1, 8, commands));
            assertEnded(client, ProtocolError.WRONG_TENANT);
        }
    }

    @Test
    void framesThatOnlyNodesSendAreRefused() throws IOException {
        try (BinaryClient client = server.greeted()) {
            client.send(BinaryClient.TRANSFERS_REPLY, 0, 1, new byte[0]);
            assertEnded(client, ProtocolError.UNKNOWN_TYPE);
        }
    }

    @Test
    void aClientThatSaysWhatIsWrongIsLeftAlone() throws IOException {
        try (BinaryClient client = server.greeted()) {
            client.send(BinaryClient.ERROR, 0, 0, new byte[] {7, 0, 0, 0});
            assertEquals(Optional.empty(), client.read());
        }
    }

    @Test
    void whatTheKindDoesNotTakeIsMalformed() throws IOException {
        try (BinaryClient client = server.greeted()) {
            client.send(BinaryClient.TRANSFERS, 1, 1, new byte[TransferCommand.BYTES]);
            assertEnded(client, ProtocolError.MALFORMED_PAYLOAD);
        }
    }

    @Test
    void moreItemsThanAFrameMayHaveAreRefused() throws IOException {
        try (BinaryClient client = server.greeted()) {
            int count = BinarySettings.ITEMS_MAX + 1;
            client.send(BinaryClient.TRANSFERS, count, 1, BinaryFixture.commands(count));
            assertEnded(client, ProtocolError.TOO_MANY_ITEMS);
        }
    }

    @Test
    void aConnectionTooManyIsToldSo() throws IOException {
        try (BinaryClient first = server.greeted();
                BinaryClient second = server.greeted();
                BinaryClient third = server.connect()) {
            assertEnded(third, ProtocolError.TOO_MANY_CONNECTIONS);
            assertEquals(1, first.handles("a")[0]);
            assertEquals(1, second.handles("a")[0]);
        }
    }

    @Test
    void aBugEndsTheConnectionAndNoOther() throws IOException {
        try (BinaryClient other = server.greeted();
                BinaryClient client = server.greeted()) {
            server.service.breakNext();
            client.send(BinaryClient.TRANSFERS, 1, 1, BinaryFixture.commands(1));
            assertEnded(client, ProtocolError.FAILED);
            assertEquals(1, other.handles("a")[0]);
        }
    }

    @Test
    void anAnswerForAClientThatHasGoneIsDropped() throws IOException {
        server.service.hold();
        try (BinaryClient client = server.greeted()) {
            client.send(BinaryClient.TRANSFERS, 1, 1, BinaryFixture.commands(1));
            BinaryFixture.await(() -> server.service.held() == 1);
        }
        BinaryFixture.await(() -> server.connections() == 0);
        server.service.release();
        try (BinaryClient client = server.greeted()) {
            assertEquals(1, client.handles("a")[0]);
        }
    }

    private static void assertEnded(BinaryClient client, ProtocolError error) throws IOException {
        Frame frame = client.next();
        assertEquals(error.number(), frame.error(), frame.toString());
        assertTrue(frame.detail().length() > 3, "a sentence");
        assertEquals(Optional.empty(), client.read());
    }

    private static long bits(int... numbers) {
        long bits = 0;
        for (int number : numbers) {
            bits |= 1L << number;
        }
        return bits;
    }
}
