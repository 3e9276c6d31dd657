package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Sink;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Rejected;
import io.windlass.kernel.feature.contract.LiveRun;
import io.windlass.kernel.feature.contract.Seeds;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A packed transfer comes to the same event, byte by byte, and the same code as a record does. */
class PackedTransfersProperties {
    private static final List<String> NAMES =
            List.of("bank", "alice", "bob", "eva", "frozen", "closed");
    private static final int STEPS = 150;
    private static final long HANDLE_OF_NOBODY = 4_711L << 12;

    private final WalletFixture wallet = new WalletFixture();
    private final Set<Integer> codes = new TreeSet<>();
    private final List<Order> orders = new ArrayList<>();
    private int replays;
    private long[] handles;

    @Seeds(60)
    void packedTransfersAreTheSameAsRecords(long seed) {
        run(new Random(seed));
    }

    @Test
    void randomTransfersReachEveryCodeThatCanBeReached() {
        for (long seed = 1; seed <= 20; seed++) {
            PackedTransfersProperties one = new PackedTransfersProperties();
            one.run(new Random(seed));
            codes.addAll(one.codes);
            replays += one.replays;
        }
        List<WalletRejection> reached =
                List.of(
                        WalletRejection.SOURCE_CLOSED,
                        WalletRejection.SOURCE_FROZEN,
                        WalletRejection.DESTINATION_CLOSED,
                        WalletRejection.DESTINATION_FROZEN,
                        WalletRejection.CURRENCY_MISMATCH,
                        WalletRejection.INSUFFICIENT_FUNDS,
                        WalletRejection.BALANCE_OVERFLOW,
                        WalletRejection.IDEMPOTENCY_MISMATCH);
        Set<Integer> expected = new TreeSet<>(MalformedCodes.all().values());
        reached.forEach(rejection -> expected.add(rejection.number()));
        expected.add(0);
        assertEquals(expected, codes);
        assertTrue(replays > 0);
    }

    private void run(Random random) {
        wallet.withCustomers("50.00", "alice", "bob", "frozen");
        wallet.open("eva", "customer", "EUR");
        wallet.openCustomer("closed");
        wallet.act("frozen", "freeze", "direction", "both", "reason", "lost card");
        wallet.act("closed", "close");
        handles =
                NAMES.stream()
                        .mapToLong(
                                name ->
                                        wallet.state()
                                                .find(0, name)
                                                .orElseThrow()
                                                .profile()
                                                .handle())
                        .toArray();
        for (int i = 0; i < STEPS; i++) {
            step(random);
        }
    }

    /** What is asked for: indexes of accounts, the one behind the last for nobody's handle. */
    private record Order(Id128 id, int from, int to, long amount, int currency) {}

    private Order draw(Random random) {
        boolean isFuture = random.nextInt(20) == 0;
        return new Order(
                isFuture
                        ? new Id128(0x7FFF_FFFF_FFFF_7000L, 1L << 63)
                        : new Id128(1, random.nextInt(STEPS)),
                random.nextInt(NAMES.size() + 1),
                random.nextInt(NAMES.size() + 1),
                switch (random.nextInt(8)) {
                    case 0 -> random.nextBoolean() ? random.nextLong() : Long.MAX_VALUE - 1;
                    case 1 -> -random.nextInt(2);
                    default -> 1 + random.nextInt(2_000);
                },
                currency(random));
    }

    private void step(Random random) {
        if (orders.isEmpty() || random.nextInt(6) > 0) {
            orders.add(draw(random));
        }
        Order order = orders.get(orders.size() - 1);
        boolean isPlain = random.nextInt(20) > 0;
        byte[] bytes = bytes(order, handle(order.from), handle(order.to));
        if (!isPlain) {
            bytes[42 + random.nextInt(22)] ^= 2;
        }
        boolean reads = random.nextBoolean();
        Packed<Wallets> packed = open(reads, bytes);
        Read<Command<Wallets>> read = packed.command(wallet.state(), 0);
        Optional<String> trouble = trouble(isPlain, order);
        if (trouble.isPresent()) {
            Malformed why = ((Read.Bad<Command<Wallets>>) read).why();
            assertEquals(trouble.get(), why.code());
            assertFalse(packed.usual(wallet.state(), 0, moment()).isPresent());
            packed.answered(0, why, false);
            codes.add(code(packed));
            return;
        }
        Transfer record =
                Transfer.of(
                        TransactionId.of(order.id),
                        0,
                        NAMES.get(order.from),
                        NAMES.get(order.to),
                        order.amount,
                        order.currency);
        assertEquals(record, ((Read.Good<Command<Wallets>>) read).value());
        compare(record, packed, open(reads, bytes));
    }

    private void compare(Transfer record, Packed<Wallets> packed, Packed<Wallets> asRecord) {
        Optional<Event<Wallets>> usual = packed.usual(wallet.state(), 0, moment());
        int before = wallet.logged();
        Answer answer = wallet.live().submit(record);
        boolean isNew = wallet.logged() > before;
        asRecord.answered(0, answer, !isNew);
        codes.add(code(asRecord));
        if (isNew && wallet.lastEvent() instanceof Transferred) {
            LiveRun.Entry entry = wallet.live().log().get(wallet.logged() - 1);
            assertTrue(usual.isPresent(), () -> "not usual: " + record);
            assertArrayEquals(entry.bytes(), bytes(usual.get()));
            packed.logged(0, usual.get(), entry.moment());
            assertArrayEquals(asRecord.results(), packed.results());
        } else {
            assertFalse(usual.isPresent(), () -> "usual: " + record);
            int code = answer instanceof Rejected rejected ? rejected.rejection().number() : 0;
            assertTrue(answer instanceof Malformed || code == code(asRecord));
            replays += code == 0 && !(answer instanceof Malformed) ? 1 : 0;
        }
        wallet.live().commitAll();
    }

    private static Packed<Wallets> open(boolean reads, byte[] bytes) {
        return PackedTransfers.open(new PackedKind.Caller(0, reads), bytes).orElseThrow();
    }

    private static Optional<String> trouble(boolean isPlain, Order order) {
        if (!isPlain) {
            return Optional.of(PackedTransfers.UNSUPPORTED);
        }
        if (order.amount <= 0) {
            return Optional.of(Amounts.NOT_POSITIVE);
        }
        return order.from == NAMES.size() || order.to == NAMES.size()
                ? Optional.of(PackedTransfers.UNKNOWN_HANDLE)
                : Optional.empty();
    }

    private long handle(int account) {
        return account == NAMES.size() ? HANDLE_OF_NOBODY : handles[account];
    }

    private int currency(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> 65_535;
            case 1 -> wallet.state().find(0, "eva").orElseThrow().profile().currency();
            default -> wallet.state().find(0, "bank").orElseThrow().profile().currency();
        };
    }

    /** About when the next event is: only ids look at it. */
    private Moment moment() {
        Moment last = wallet.live().log().get(wallet.logged() - 1).moment();
        return new Moment(last.partition(), last.sequence() + 1, last.timeNanos());
    }

    private static byte[] bytes(Event<Wallets> event) {
        Sink sink = new Sink(16);
        event.write(sink);
        return sink.toBytes();
    }

    private static byte[] bytes(Order order, long debit, long credit) {
        return ByteBuffer.allocate(PackedTransfers.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(order.id.high())
                .putLong(order.id.low())
                .putLong(debit)
                .putLong(credit)
                .putLong(order.amount)
                .putShort((short) order.currency)
                .put((byte) 1)
                .array();
    }

    private static int code(Packed<Wallets> packed) {
        return ByteBuffer.wrap(packed.results()).order(ByteOrder.LITTLE_ENDIAN).getShort(4)
                & 0xFFFF;
    }
}
