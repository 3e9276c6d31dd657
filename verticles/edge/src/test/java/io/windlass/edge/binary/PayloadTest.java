package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.windlass.kernel.feature.contract.Seeds;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is written is read again, and anything else is refused without an exception. */
class PayloadTest {
    private static final Set<FrameType> SENT_BY_CLIENTS =
            EnumSet.of(FrameType.HELLO, FrameType.TRANSFERS);

    @Seeds(200)
    void whatIsWrittenIsReadAgain(long seed) {
        for (Payload payload : new RandomPayloads(seed).oneOfEach()) {
            assertEquals(Optional.of(payload), read(payload.type(), Frames.payload(payload)));
        }
    }

    @Seeds(100)
    void aPayloadIsReadWhereverItLies(long seed) {
        Payload payload = new RandomPayloads(seed).any();
        byte[] bytes = Frames.payload(payload);
        ByteBuf around = Unpooled.buffer().writeZero(7).writeBytes(bytes).writeZero(9);
        ByteBuf inside = around.skipBytes(7).readSlice(bytes.length);
        assertEquals(Optional.of(payload), Frames.read(payload.type(), inside));
        ByteBuf between = around.readerIndex(7).writerIndex(7 + bytes.length);
        assertEquals(Optional.of(payload), Frames.read(payload.type(), between));
    }

    @Seeds(100)
    void whatAClientSendsIsExactToTheByte(long seed) {
        for (Payload payload : new RandomPayloads(seed).oneOfEach()) {
            byte[] bytes = Frames.payload(payload);
            if (SENT_BY_CLIENTS.contains(payload.type())) {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                assertTrue(read(payload.type(), longer).isEmpty(), payload.toString());
            }
        }
    }

    @Seeds(100)
    void aNodeMayAppendFields(long seed) {
        RandomPayloads random = new RandomPayloads(seed);
        for (Payload payload :
                List.of(random.helloReply(), new Credit(5), new GoAway(seed >>> Integer.SIZE))) {
            byte[] bytes = Frames.payload(payload);
            byte[] longer = Arrays.copyOf(bytes, bytes.length + 9);
            assertEquals(Optional.of(payload), read(payload.type(), longer));
        }
    }

    @Seeds(50)
    void aPayloadCutShortIsRefusedOrAnotherOne(long seed) {
        for (Payload payload : new RandomPayloads(seed).oneOfEach()) {
            byte[] bytes = Frames.payload(payload);
            for (int length = 0; length < bytes.length; length++) {
                Optional<? extends Payload> read =
                        read(payload.type(), Arrays.copyOf(bytes, length));
                assertFalse(read.isPresent() && read.get().equals(payload), payload.toString());
            }
        }
    }

    @Seeds(500)
    void anyBytesAreReadOrRefused(long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        for (FrameType type : FrameType.values()) {
            Optional<? extends Payload> read = read(type, bytes);
            read.ifPresent(payload -> assertEquals(type, payload.type()));
        }
    }

    @Test
    void aCommandWithAReservedBitIsRefused() {
        byte[] bytes = Frames.payload(new Transfers(List.of(new RandomPayloads(1).command())));
        for (int at : new int[] {46, 47}) {
            byte[] changed = bytes.clone();
            changed[at] = 1;
            assertTrue(read(FrameType.TRANSFERS, changed).isEmpty());
        }
        byte[] flagged = bytes.clone();
        flagged[43] |= 4;
        assertTrue(read(FrameType.TRANSFERS, flagged).isEmpty());
    }

    @Test
    void aCommandWithoutAnOperationIsRefused() {
        byte[] bytes = Frames.payload(new Transfers(List.of(new RandomPayloads(1).command())));
        for (int op : new int[] {0, TransferOp.values().length + 1, 255}) {
            bytes[42] = (byte) op;
            assertTrue(read(FrameType.TRANSFERS, bytes).isEmpty(), "operation " + op);
        }
    }

    @Test
    void theKeyOfAHelloIsNotShown() {
        assertFalse(new Hello(0, "windlass_secret", "me").toString().contains("secret"));
    }

    @Test
    void aTextBeyondItsLengthFieldIsABug() {
        String text = "x".repeat(1 << 16);
        assertThrows(
                IllegalArgumentException.class,
                () -> Frames.payload(new Breach(ProtocolError.BAD_MAGIC, text)));
    }

    private static Optional<? extends Payload> read(FrameType type, byte[] bytes) {
        return Frames.read(type, Unpooled.wrappedBuffer(bytes));
    }
}
