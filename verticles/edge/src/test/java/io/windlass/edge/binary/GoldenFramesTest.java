package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.Unpooled;
import io.windlass.base.wire.Id128;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One frame of each type, as hexadecimal text in {@code frames}. {@code -Dgolden=rewrite} writes
 * them anew; a build that needs it has changed what clients see.
 */
class GoldenFramesTest {
    private static final Path SOURCES =
            Path.of("src/test/resources/io/windlass/edge/binary/frames");
    private static final long CORRELATION = 0x2827262524232221L;
    private static final int TENANT = 0x34333231;
    private static final int BYTES_PER_LINE = 16;

    private static final List<Payload> PAYLOADS =
            List.of(
                    new Hello(0x1817161514131211L, "windlass_key", "agent \u20ac"),
                    new HelloReply(0x1817161514131211L, 0xF4F3F2F1L, 0x54535251, 8192, TENANT),
                    new Call(0x04030201, Unpooled.wrappedBuffer(utf8("{\"a\":\"\u20ac\"}"))),
                    new CallReply(
                            422,
                            CallReply.REPLAYED,
                            0xF4F3F2F1L,
                            "1:18",
                            Unpooled.wrappedBuffer(utf8("{}"))),
                    new Transfers(
                            List.of(
                                    new TransferCommand(
                                            TransferOp.CAPTURE,
                                            new Id128(0x0807060504030201L, 0x100f0e0d0c0b0a09L),
                                            0x1817161514131211L,
                                            0x2827262524232221L,
                                            -2,
                                            978,
                                            TransferCommand.FINAL,
                                            0xF2F1,
                                            3600,
                                            0xF4F3F2F1L,
                                            0x3837363534333231L))),
                    new TransfersReply(
                            List.of(
                                    new TransferResult(
                                            0,
                                            1024,
                                            TransferResult.REPLAYED | TransferResult.FROM_KNOWN,
                                            0x1817161514131211L,
                                            0x2827262524232221L,
                                            -2,
                                            0,
                                            3))),
                    new Resolve(5, List.of("alice", "", "b \u20ac")),
                    new ResolveReply(
                            List.of(
                                    new ResolveReply.Handle(
                                            0x1817161514131211L, 0x2827262524232221L),
                                    new ResolveReply.Handle(0, 16))),
                    new Credit(0xF4F3F2F1L),
                    new GoAway(30_000),
                    new Moved(
                            0xF4F3F2F1L,
                            List.of(
                                    new Moved.Place(0, 0x7FF, 7070, "b.example"),
                                    new Moved.Place(0x800, 0xFFF, 7071, "::1"))),
                    new Breach(ProtocolError.BAD_CHECKSUM, "why \u20ac"));

    @TestFactory
    Stream<DynamicTest> aFrameOfEachTypeStaysAsItIs() {
        return PAYLOADS.stream()
                .map(
                        payload ->
                                DynamicTest.dynamicTest(
                                        payload.type().name(), () -> assertStays(payload)));
    }

    private static void assertStays(Payload payload) throws IOException {
        String name = payload.type().name().toLowerCase(Locale.ROOT).replace('_', '-') + ".hex";
        byte[] bytes = Frames.bytes(payload, CORRELATION, TENANT);
        if ("rewrite".equals(System.getProperty("golden"))) {
            Files.createDirectories(SOURCES);
            Files.writeString(SOURCES.resolve(name), hex(bytes));
        }
        byte[] golden = golden(name);
        assertArrayEquals(golden, bytes, () -> name + " would be\n" + hex(bytes));
        Frames frames = new Frames();
        new FrameSplitter(golden.length, frames).feed(Unpooled.wrappedBuffer(golden));
        assertEquals(List.of(payload), frames.payloads());
        assertEquals(CORRELATION, frames.frames().get(0).header().correlation());
        assertEquals(TENANT, frames.frames().get(0).header().tenant());
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = GoldenFramesTest.class.getResourceAsStream("frames/" + name)) {
            String text =
                    file == null ? "" : new String(file.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; at += BYTES_PER_LINE) {
            int end = Math.min(bytes.length, at + BYTES_PER_LINE);
            text.append(HexFormat.ofDelimiter(" ").formatHex(bytes, at, end)).append('\n');
        }
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
