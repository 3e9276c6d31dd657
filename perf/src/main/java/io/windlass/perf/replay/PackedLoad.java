package io.windlass.perf.replay;

import io.windlass.base.wire.LittleEndian;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.NumberWriter;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.Slots;
import io.windlass.kernel.table.RowType;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Sends batches of packed transfers with random ids between accounts {@code a-0} and so on. */
final class PackedLoad<S> {
    private static final int CURRENCY_MASK = 0xFFFF;
    private static final int CODE_AT = 4;

    private final Feature<S> feature;
    private final PackedKind<S> kind;
    private final MeasuredPartition target;
    private final int accounts;
    private final int[] places;
    private final int inFlight;
    private final Semaphore room;
    private final SplittableRandom random = new SplittableRandom(7);
    private final int currency;

    PackedLoad(
            Feature<S> feature, MeasuredPartition target, int accounts, int batch, int inFlight) {
        this.feature = feature;
        this.kind = feature.packed().get(0);
        this.target = target;
        this.accounts = accounts;
        this.places = IntStream.range(0, batch).toArray();
        this.inFlight = inFlight;
        this.room = new Semaphore(inFlight);
        CompletableFuture<Long> detail = new CompletableFuture<>();
        target.run(
                partition ->
                        partition.ask(
                                feature,
                                kind.resolver().handleOf(0, "a-0").question(),
                                reply -> takeDetail(reply.answer(), detail)));
        this.currency = (int) (detail.join() & CURRENCY_MASK);
    }

    /** Sends until a moment of {@code System.nanoTime}; returns how many transfers. */
    long runUntil(long nanos) {
        long sent = 0;
        while (System.nanoTime() < nanos) {
            room.acquireUninterruptibly();
            Packed<S> packed =
                    kind.opener().open(new PackedKind.Caller(0, true), batch()).orElseThrow();
            target.run(partition -> partition.submit(feature, packed, places, () -> done(packed)));
            sent += places.length;
        }
        return sent;
    }

    /** Waits for everything that was sent. */
    void drain() {
        room.acquireUninterruptibly(inFlight);
        room.release(inFlight);
    }

    private byte[] batch() {
        byte[] bytes = new byte[places.length * kind.commandBytes()];
        for (int at = 0; at < bytes.length; at += kind.commandBytes()) {
            int from = random.nextInt(accounts);
            int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
            // A random UUID (version 4 of RFC 9562).
            LittleEndian.u64(bytes, at, (random.nextLong() & ~0xF000L) | 0x4000L);
            LittleEndian.u64(bytes, at + 8, (random.nextLong() >>> 2) | Long.MIN_VALUE);
            LittleEndian.u64(bytes, at + 16, handle(from));
            LittleEndian.u64(bytes, at + 24, handle(to));
            LittleEndian.u64(bytes, at + 32, 1);
            LittleEndian.u16(bytes, at + 40, currency);
            bytes[at + 42] = 1;
        }
        return bytes;
    }

    /** Accounts were opened in order, as the only ones. */
    private static long handle(int account) {
        return (long) Slots.of(0, "a-" + account) << RowType.NUMBER_BITS | account + 1;
    }

    private void done(Packed<S> packed) {
        for (int i = 0; i < packed.count(); i++) {
            int code = LittleEndian.u16(packed.results(), i * kind.resultBytes() + CODE_AT);
            if (code != 0) {
                throw new IllegalStateException("a transfer came to " + code);
            }
        }
        room.release();
    }

    /** Takes the detail of a handle. */
    private static void takeDetail(Answer answer, CompletableFuture<Long> detail) {
        NumberWriter numbers =
                (name, value) -> {
                    if (name.equals("detail")) {
                        detail.complete(value);
                    }
                };
        ((Answer.Accepted) answer).document().write(numbers);
    }
}
