package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.windlass.base.wire.Id128;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Payloads of every type with anything in their fields. */
record RandomPayloads(Random random) {
    private static final int TEXT_MAX = 40;
    private static final int ITEMS_MAX = 20;

    RandomPayloads(long seed) {
        this(new Random(seed));
    }

    /** One of each type that is laid out. */
    List<Payload> oneOfEach() {
        return List.of(
                hello(),
                helloReply(),
                call(),
                callReply(),
                transfers(),
                transfersReply(),
                resolve(),
                resolveReply(),
                new Credit(u32()),
                new GoAway(u32()),
                moved(),
                breach());
    }

    /** Any of them. */
    Payload any() {
        List<Payload> all = oneOfEach();
        return all.get(random.nextInt(all.size()));
    }

    Hello hello() {
        return new Hello(random.nextLong(), text(), text());
    }

    HelloReply helloReply() {
        return new HelloReply(
                random.nextLong(), u32(), random.nextInt(), random.nextInt(), random.nextInt());
    }

    Call call() {
        return new Call(random.nextInt(), body());
    }

    CallReply callReply() {
        return new CallReply(u16(), u16(), u32(), text(), body());
    }

    Transfers transfers() {
        return new Transfers(some(this::command));
    }

    TransfersReply transfersReply() {
        return new TransfersReply(some(this::result));
    }

    Resolve resolve() {
        return new Resolve(u16(), some(this::text));
    }

    ResolveReply resolveReply() {
        return new ResolveReply(some(this::handle));
    }

    ResolveReply.Handle handle() {
        return new ResolveReply.Handle(random.nextLong(), random.nextLong());
    }

    Moved moved() {
        return new Moved(u32(), some(this::place));
    }

    Moved.Place place() {
        return new Moved.Place(u16(), u16(), u16(), text());
    }

    Breach breach() {
        return new Breach(oneOf(ProtocolError.values()), text());
    }

    TransferCommand command() {
        return new TransferCommand(
                oneOf(TransferOp.values()),
                new Id128(random.nextLong(), random.nextLong()),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                u16(),
                random.nextInt(4),
                u16(),
                u32(),
                u32(),
                random.nextLong());
    }

    TransferResult result() {
        return new TransferResult(
                random.nextInt(),
                u16(),
                u16(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextInt());
    }

    private <T> List<T> some(Supplier<T> maker) {
        return Stream.generate(maker).limit(random.nextInt(ITEMS_MAX)).toList();
    }

    <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private int u16() {
        return random.nextInt(1 << 16);
    }

    private long u32() {
        return random.nextLong() >>> 32;
    }

    /** Characters of one, two and three bytes. */
    private String text() {
        return random.ints(random.nextInt(TEXT_MAX), ' ', '\u0c00')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private ByteBuf body() {
        byte[] bytes = new byte[random.nextInt(TEXT_MAX)];
        random.nextBytes(bytes);
        return Unpooled.wrappedBuffer(bytes);
    }
}
