package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.windlass.edge.node.RoutingRejection;
import io.windlass.kernel.feature.Rejection;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.contract.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** What {@code binary-protocol.md} says is what the code writes, byte by byte. */
class ProtocolPageTest {
    private static final ProtocolPage PAGE = ProtocolPage.read();

    @Seeds(20)
    void theHeaderIsLaidOutAsThePageSays(long seed) {
        RandomPayloads random = new RandomPayloads(seed);
        Payload payload = random.any();
        byte[] frame = Frames.bytes(payload, seed * 0x0102030405060708L, -3);
        CRC32C crc = new CRC32C();
        crc.update(frame, 0, 28);
        crc.update(frame, 32, frame.length - 32);
        Map<String, Object> values = new HashMap<>();
        values.put("magic", 0x50424C57L);
        values.put("version", 1L);
        values.put("type", (long) payload.type().number());
        values.put("flags", 0L);
        values.put("payload length", frame.length - 32L);
        values.put("item count", (long) payload.itemCount());
        values.put("correlation", seed * 0x0102030405060708L);
        values.put("tenant", 0xFFFFFFFDL);
        values.put("crc32c", crc.getValue());
        assertLaidOut("Header", Arrays.copyOf(frame, FrameHeader.BYTES), values);
    }

    @Seeds(20)
    void helloAndItsReplyAreLaidOutAsThePageSays(long seed) {
        Hello hello = new RandomPayloads(seed).hello();
        byte[] key = utf8(hello.key());
        byte[] agent = utf8(hello.agent());
        assertLaidOut(
                hello,
                Map.of(
                        "features",
                        hello.features(),
                        "key length",
                        (long) key.length,
                        "agent length",
                        (long) agent.length,
                        "key",
                        key,
                        "agent",
                        agent));
        HelloReply reply = new RandomPayloads(seed).helloReply();
        assertLaidOut(
                reply,
                Map.of(
                        "features", reply.features(),
                        "credit", reply.credit(),
                        "payload bytes", u32(reply.payloadBytesMax()),
                        "items", u32(reply.itemsMax()),
                        "tenant", u32(reply.tenant())));
    }

    @Seeds(20)
    void aCallAndItsReplyAreLaidOutAsThePageSays(long seed) {
        Call call = new RandomPayloads(seed).call();
        assertLaidOut(call, Map.of("endpoint", u32(call.endpoint()), "body", bytes(call.body())));
        CallReply reply = new RandomPayloads(seed).callReply();
        byte[] position = utf8(reply.position());
        assertLaidOut(
                reply,
                Map.of(
                        "status",
                        (long) reply.status(),
                        "flags",
                        (long) reply.flags(),
                        "retry after",
                        reply.retryAfterSeconds(),
                        "position length",
                        (long) position.length,
                        "position",
                        position,
                        "body",
                        bytes(reply.body())));
    }

    @Seeds(20)
    void aTransferCommandIsLaidOutAsThePageSays(long seed) {
        TransferCommand command = new RandomPayloads(seed).command();
        Map<String, Object> values = new HashMap<>();
        values.put("id high", command.id().high());
        values.put("id low", command.id().low());
        values.put("debit", command.debit());
        values.put("credit", command.credit());
        values.put("amount", command.amount());
        values.put("currency", (long) command.currency());
        values.put("operation", (long) command.op().number());
        values.put("flags", (long) command.flags());
        values.put("code", (long) command.code());
        values.put("reserved", 0L);
        values.put("ttl", command.ttlSeconds());
        values.put("expected version", command.expectedVersion());
        values.put("metadata hash", command.metadataHash());
        byte[] bytes = Frames.payload(new Transfers(List.of(command)));
        assertEquals(TransferCommand.BYTES, bytes.length);
        assertLaidOut("Transfer command", bytes, values);
    }

    @Seeds(20)
    void aTransferResultIsLaidOutAsThePageSays(long seed) {
        TransferResult result = new RandomPayloads(seed).result();
        Map<String, Object> values = new HashMap<>();
        values.put("index", u32(result.index()));
        values.put("code", (long) result.code());
        values.put("flags", (long) result.flags());
        values.put("sequence", result.sequence());
        values.put("time", result.timeNanos());
        values.put("from balance", result.fromBalance());
        values.put("to balance", result.toBalance());
        values.put("partition", u32(result.partition()));
        values.put("reserved", 0L);
        byte[] bytes = Frames.payload(new TransfersReply(List.of(result)));
        assertEquals(TransferResult.BYTES, bytes.length);
        assertLaidOut("Transfer result", bytes, values);
    }

    @Seeds(20)
    void namesAndHandlesAreLaidOutAsThePageSays(long seed) {
        Resolve resolve = new RandomPayloads(seed).resolve();
        ByteBuf names = Unpooled.buffer();
        for (String name : resolve.names()) {
            byte[] text = utf8(name);
            byte[] bytes = Frames.payload(new Resolve(0, List.of(name)));
            byte[] item = Arrays.copyOfRange(bytes, 4, bytes.length);
            assertLaidOut("Name", item, Map.of("length", (long) text.length, "name", text));
            names.writeBytes(item);
        }
        assertLaidOut(
                resolve,
                Map.of(
                        "frames", (long) resolve.frames(),
                        "count", (long) resolve.names().size(),
                        "names", bytes(names)));
        ResolveReply.Handle handle = new RandomPayloads(seed).handle();
        assertLaidOut(
                "Handle",
                Frames.payload(new ResolveReply(List.of(handle))),
                Map.of("handle", handle.value(), "detail", handle.detail()));
    }

    @Seeds(20)
    void whatANodeSaysOfTheConnectionIsLaidOutAsThePageSays(long seed) {
        long number = seed >>> Integer.SIZE;
        assertLaidOut(new Credit(number), Map.of("more", number));
        assertLaidOut(new GoAway(number), Map.of("milliseconds", number));
        Moved.Place place = new RandomPayloads(seed).place();
        byte[] moved = Frames.payload(new Moved(number, List.of(place)));
        byte[] item = Arrays.copyOfRange(moved, Integer.BYTES, moved.length);
        assertLaidOut("MOVED", moved, Map.of("epoch", number, "partitions", item));
        byte[] host = utf8(place.host());
        assertLaidOut(
                "Partition",
                item,
                Map.of(
                        "first slot", (long) place.firstSlot(),
                        "last slot", (long) place.lastSlot(),
                        "host length", (long) host.length,
                        "port", (long) place.port(),
                        "host", host));
        Breach breach = new RandomPayloads(seed).breach();
        byte[] detail = utf8(breach.detail());
        assertLaidOut(
                breach,
                Map.of(
                        "error", (long) breach.error().number(),
                        "detail length", (long) detail.length,
                        "detail", detail));
    }

    @Test
    void theNumbersAreThoseOfThePage() {
        assertNumbers("Frame types", FrameType.values(), FrameType::number);
        assertNumbers("Errors", ProtocolError.values(), ProtocolError::number);
        assertNumbers("Operations", TransferOp.values(), TransferOp::number);
        assertEquals(Map.of("REPLAYED", CallReply.REPLAYED), numbers("Flags of a CALL_REPLY"));
        assertEquals(
                Map.of("LINKED", TransferCommand.LINKED, "FINAL", TransferCommand.FINAL),
                numbers("Flags of a command"));
        assertEquals(
                Map.of(
                        "REPLAYED", TransferResult.REPLAYED,
                        "PENDING", TransferResult.PENDING,
                        "FROM_KNOWN", TransferResult.FROM_KNOWN,
                        "TO_KNOWN", TransferResult.TO_KNOWN),
                numbers("Flags of a result"));
    }

    @Test
    void theCodesAreThoseOfThePage() {
        Map<String, Integer> codes = new HashMap<>();
        for (Unavailable.Reason reason : Unavailable.Reason.values()) {
            codes.put(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), reason.number());
        }
        for (Rejection rejection : RoutingRejection.values()) {
            codes.put(rejection.code(), rejection.number());
        }
        for (Rejection rejection : EdgeRejection.values()) {
            codes.put(rejection.code(), rejection.number());
        }
        assertEquals(codes, numbers("Codes"));
        Set<Integer> errors = Set.copyOf(numbers("Errors").values());
        assertTrue(codes.values().stream().noneMatch(errors::contains));
    }

    @Test
    void theItemSizesAreThoseOfThePage() {
        for (Map<String, String> row : PAGE.table("Frame types")) {
            FrameType type = FrameType.valueOf(row.get("name"));
            assertEquals(Integer.parseInt(row.get("item size")), type.itemBytes());
        }
    }

    @Test
    void everyTableOfThePageIsLookedAt() {
        List<String> layouts =
                Stream.of(
                                "Header",
                                "HELLO",
                                "HELLO_REPLY",
                                "CALL",
                                "CALL_REPLY",
                                "Transfer command",
                                "Transfer result",
                                "RESOLVE",
                                "Name",
                                "Handle",
                                "CREDIT",
                                "GO_AWAY",
                                "MOVED",
                                "Partition",
                                "ERROR")
                        .toList();
        List<String> numbers =
                List.of(
                        "Frame types",
                        "Errors",
                        "Codes",
                        "Codes of transfers",
                        "Operations",
                        "Flags of a CALL_REPLY",
                        "Flags of a command",
                        "Flags of a result");
        assertEquals(
                Stream.concat(layouts.stream(), numbers.stream()).sorted().toList(),
                PAGE.headings().stream().sorted().toList());
    }

    private static void assertLaidOut(Payload payload, Map<String, Object> values) {
        assertLaidOut(payload.type().name(), Frames.payload(payload), values);
    }

    private static void assertLaidOut(String heading, byte[] bytes, Map<String, Object> values) {
        new PageLayout(PAGE, heading, bytes).assertFields(values);
    }

    private static <E extends Enum<E>> void assertNumbers(
            String heading, E[] constants, Function<E, Integer> number) {
        Map<String, Integer> expected = new HashMap<>();
        Arrays.stream(constants).forEach(c -> expected.put(c.name(), number.apply(c)));
        assertEquals(expected, numbers(heading));
    }

    private static Map<String, Integer> numbers(String heading) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Map<String, String> row : PAGE.table(heading)) {
            numbers.put(row.get("name"), Integer.valueOf(row.get("number")));
        }
        return numbers;
    }

    private static long u32(int value) {
        return Integer.toUnsignedLong(value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuf body) {
        return ByteBufUtil.getBytes(Unpooled.copiedBuffer(body));
    }
}
