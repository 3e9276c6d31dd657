package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameSplitterTest {
    private static final int PAYLOAD_BYTES_MAX = 4096;

    private final Frames frames = new Frames();
    private final FrameSplitter splitter = new FrameSplitter(PAYLOAD_BYTES_MAX, frames);
    private final byte[] credit = Frames.bytes(new Credit(7), 21, 3);

    @Test
    void aFrameIsHandedOnWithItsHeader() {
        feed(credit);
        FrameHeader header = frames.frames().get(0).header();
        assertEquals(new FrameHeader(FrameType.CREDIT, 4, 0, 21, 3), header);
        assertEquals(List.of(new Credit(7)), frames.payloads());
    }

    @Test
    void manyFramesInOneChunkAreHandedOnInOrder() {
        ByteBuf chunk = Unpooled.buffer();
        for (int i = 0; i < 100; i++) {
            FrameWriter.write(chunk, new Credit(i), i, 0);
        }
        splitter.feed(chunk);
        assertEquals(100, frames.frames().size());
        assertEquals(new Credit(99), frames.payloads().get(99));
        assertEquals(0, splitter.heldBytes());
    }

    @Test
    void aFrameThatComesByteByByteIsHandedOnOnce() {
        for (byte b : credit) {
            assertTrue(frames.frames().isEmpty());
            feed(new byte[] {b});
        }
        assertEquals(List.of(new Credit(7)), frames.payloads());
        assertEquals(0, splitter.heldBytes());
    }

    @Test
    void aWholeFrameIsNotCopied() {
        List<ByteBuf> payloads = new ArrayList<>();
        FrameSplitter.Receiver keeping =
                new FrameSplitter.Receiver() {
                    @Override
                    public void frame(FrameHeader header, ByteBuf payload) {
                        payloads.add(payload);
                    }

                    @Override
                    public void broken(Breach why) {
                        throw new AssertionError(why.toString());
                    }
                };
        new FrameSplitter(PAYLOAD_BYTES_MAX, keeping).feed(Unpooled.wrappedBuffer(credit));
        assertSame(credit, payloads.get(0).array());
    }

    @Test
    void anotherProtocolIsToldSoAfterFourBytes() {
        feed("GET".getBytes(StandardCharsets.US_ASCII));
        assertTrue(frames.breaches().isEmpty());
        feed("P".getBytes(StandardCharsets.US_ASCII));
        assertBroken(ProtocolError.BAD_MAGIC);
    }

    @Test
    void anotherVersionIsRefused() {
        feed(changed(4, 2));
        assertBroken(ProtocolError.UNSUPPORTED_VERSION);
    }

    @Test
    void aTypeWithoutFramesIsRefused() {
        feed(changed(5, FrameType.values().length + 1));
        assertBroken(ProtocolError.UNKNOWN_TYPE);
    }

    @Test
    void aFlagNobodyKnowsIsRefused() {
        feed(changed(7, 0x80));
        assertBroken(ProtocolError.UNKNOWN_FLAGS);
    }

    @Test
    void thePayloadMayBeAsLongAsTheLimitAndNoLonger() {
        feed(Frames.bytes(callOf(PAYLOAD_BYTES_MAX), 1, 0));
        assertEquals(1, frames.frames().size());
        byte[] longer = Frames.bytes(callOf(PAYLOAD_BYTES_MAX + 1), 2, 0);
        feed(Arrays.copyOf(longer, FrameHeader.BYTES));
        assertBroken(ProtocolError.PAYLOAD_TOO_LARGE);
    }

    @Test
    void aLengthBeyondTwoGigabytesIsTooLarge() {
        feed(changed(11, 0xFF));
        assertBroken(ProtocolError.PAYLOAD_TOO_LARGE);
    }

    @Test
    void aLengthAloneTakesNoMemory() {
        byte[] call = Frames.bytes(callOf(PAYLOAD_BYTES_MAX), 1, 0);
        feed(Arrays.copyOf(call, FrameHeader.BYTES + 1));
        assertTrue(splitter.heldBytes() <= 2 * FrameHeader.BYTES, "" + splitter.heldBytes());
    }

    @Test
    void anItemCountThatDoesNotFitTheLengthIsRefused() {
        byte[] transfers =
                Frames.bytes(new Transfers(List.of(new RandomPayloads(1).command())), 1, 0);
        transfers[12] = 2;
        feed(transfers);
        assertBroken(ProtocolError.WRONG_LENGTH);
    }

    @Test
    void itemsInATypeWithoutItemsAreRefused() {
        feed(changed(12, 1));
        assertBroken(ProtocolError.WRONG_LENGTH);
    }

    @Test
    void aChangedByteOfThePayloadIsNoticed() {
        feed(changed(credit.length - 1, 1));
        assertBroken(ProtocolError.BAD_CHECKSUM);
    }

    @Test
    void aChangedByteOfTheHeaderIsNoticedAlsoInPieces() {
        byte[] changed = changed(24, 9);
        feed(Arrays.copyOf(changed, 20));
        feed(Arrays.copyOfRange(changed, 20, changed.length));
        assertBroken(ProtocolError.BAD_CHECKSUM);
    }

    @Test
    void nothingIsReadBehindABreach() {
        ByteBuf chunk = Unpooled.buffer().writeBytes(changed(6, 1)).writeBytes(credit);
        splitter.feed(chunk);
        feed(credit);
        feed(changed(6, 1));
        assertBroken(ProtocolError.UNKNOWN_FLAGS);
    }

    @Test
    void whatWasBegunIsForgottenAtTheEnd() {
        feed(Arrays.copyOf(credit, 30));
        assertTrue(splitter.heldBytes() > 0);
        splitter.end();
        assertEquals(0, splitter.heldBytes());
        feed(credit);
        assertTrue(frames.frames().isEmpty());
    }

    @Test
    void aReceiverMayEndTheSplitterWhileItReads() {
        List<Credit> read = new ArrayList<>();
        FrameSplitter[] own = new FrameSplitter[1];
        own[0] =
                new FrameSplitter(
                        PAYLOAD_BYTES_MAX,
                        new FrameSplitter.Receiver() {
                            @Override
                            public void frame(FrameHeader header, ByteBuf payload) {
                                own[0].end();
                                read.add(Credit.read(payload).orElseThrow());
                            }

                            @Override
                            public void broken(Breach why) {
                                throw new AssertionError(why.toString());
                            }
                        });
        own[0].feed(Unpooled.wrappedBuffer(credit, 0, 33));
        own[0].feed(Unpooled.wrappedBuffer(Arrays.copyOfRange(credit, 33, 36), credit));
        assertEquals(List.of(new Credit(7)), read);
    }

    @Test
    void aBreachMakesAnErrorFrameThatSaysWhy() {
        feed(changed(4, 2));
        byte[] error = Frames.bytes(frames.breaches().get(0), 0, 0);
        Frames client = new Frames();
        new FrameSplitter(PAYLOAD_BYTES_MAX, client).feed(Unpooled.wrappedBuffer(error));
        assertEquals(frames.breaches(), client.payloads());
        assertTrue(ByteBufUtil.hexDump(error).startsWith("574c4250010c"));
    }

    private static Call callOf(int payloadBytes) {
        return new Call(1, Unpooled.wrappedBuffer(new byte[payloadBytes - Integer.BYTES]));
    }

    private byte[] changed(int at, int value) {
        byte[] bytes = credit.clone();
        bytes[at] = (byte) value;
        return bytes;
    }

    private void feed(byte[] bytes) {
        splitter.feed(Unpooled.wrappedBuffer(bytes));
    }

    private void assertBroken(ProtocolError error) {
        assertEquals(List.of(error), frames.breaches().stream().map(Breach::error).toList());
        assertEquals(0, splitter.heldBytes());
    }
}
