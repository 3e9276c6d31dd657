package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.windlass.kernel.feature.contract.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A peer that cuts, flips, repeats and lies: never an exception, never memory beyond the limit. */
class FrameSplitterFuzzTest {
    // Far below a power of two, to which buffers grow by themselves.
    private static final int PAYLOAD_BYTES_MAX = 1300;
    private static final int FRAMES = 12;
    private static final int CHUNK_BYTES_MAX = 300;

    @Seeds(300)
    void wholeFramesAreReadHoweverTheyAreCut(long seed) {
        Random random = new Random(seed);
        List<Payload> sent = payloads(random);
        Frames frames = fed(bytes(sent), random);
        assertEquals(List.of(), frames.breaches());
        assertEquals(sent, frames.payloads());
    }

    @Seeds(1000)
    void aFlippedBitEndsTheConnectionAndNoFrameBeforeItIsLost(long seed) {
        Random random = new Random(seed);
        List<Payload> sent = payloads(random);
        byte[] bytes = bytes(sent);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Frames frames = fed(bytes, random);
        int before = wholeFramesIn(sent, at);
        assertEquals(sent.subList(0, before), frames.payloads());
        // A longer length waits for bytes that never come; the connection's idle time ends that.
        int field = at - bytes(sent.subList(0, before)).length;
        assertTrue(frames.breaches().size() == 1 || isLength(field), "byte " + field);
    }

    @Seeds(500)
    void aFrameThatIsSealedAfterALieIsRefusedOrReadAsWhatItSays(long seed) {
        Random random = new Random(seed);
        byte[] payload = new byte[random.nextInt(PAYLOAD_BYTES_MAX)];
        random.nextBytes(payload);
        FrameType type = new RandomPayloads(random).oneOf(FrameType.values());
        int count = type.itemBytes() > 0 ? payload.length / type.itemBytes() : 0;
        ByteBuf frame = Unpooled.buffer().writeZero(FrameHeader.BYTES).writeBytes(payload);
        new FrameHeader(type, payload.length, count, random.nextLong(), 0).write(frame, 0);
        Frames frames = fed(ByteBufUtil.getBytes(frame), random);
        assertEquals(1, frames.frames().size() + frames.breaches().size());
    }

    @Seeds(500)
    void aHugeLengthIsRefusedBeforeAnythingIsKeptForIt(long seed) {
        Random random = new Random(seed);
        byte[] bytes = Frames.bytes(new Credit(1), 1, 0);
        int beyond = random.nextInt() | (Integer.MIN_VALUE >>> random.nextInt(19));
        Unpooled.wrappedBuffer(bytes).setIntLE(8, beyond);
        Frames frames = fed(bytes, random);
        assertEquals(ProtocolError.PAYLOAD_TOO_LARGE, frames.breaches().get(0).error());
    }

    @Seeds(300)
    void anyBytesAtAllEndTheConnectionOnce(long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[FrameHeader.BYTES + random.nextInt(3000)];
        random.nextBytes(bytes);
        Frames frames = fed(bytes, random);
        assertEquals(1, frames.breaches().size());
        assertFalse(frames.breaches().get(0).detail().isEmpty());
    }

    /** Lends the bytes to a splitter in random pieces, and looks at its memory after each. */
    private static Frames fed(byte[] bytes, Random random) {
        Frames frames = new Frames();
        FrameSplitter splitter = new FrameSplitter(PAYLOAD_BYTES_MAX, frames);
        int max = 1 + random.nextInt(CHUNK_BYTES_MAX);
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(max));
            splitter.feed(Unpooled.wrappedBuffer(bytes, at, length));
            assertTrue(splitter.heldBytes() <= FrameHeader.BYTES + PAYLOAD_BYTES_MAX);
            at += length;
        }
        return frames;
    }

    private static List<Payload> payloads(Random random) {
        RandomPayloads payloads = new RandomPayloads(random);
        return Stream.generate(payloads::any).limit(1 + random.nextInt(FRAMES)).toList();
    }

    private static byte[] bytes(List<Payload> payloads) {
        ByteBuf bytes = Unpooled.buffer();
        payloads.forEach(payload -> FrameWriter.write(bytes, payload, bytes.writerIndex(), 1));
        return ByteBufUtil.getBytes(bytes);
    }

    /** How many frames end before a byte. */
    private static int wholeFramesIn(List<Payload> payloads, int at) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i <= payloads.size(); i++) {
            ends.add(bytes(payloads.subList(0, i)).length);
        }
        return (int) ends.stream().filter(end -> end <= at).count();
    }

    private static boolean isLength(int field) {
        return field >= 8 && field < 12;
    }
}
