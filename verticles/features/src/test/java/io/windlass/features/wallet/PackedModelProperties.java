package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.wire.Id128;
import io.windlass.base.wire.LittleEndian;
import io.windlass.base.wire.Source;
import io.windlass.features.wallet.AccountCommand.FreezeAccount;
import io.windlass.features.wallet.AccountCommand.Target;
import io.windlass.features.wallet.AccountCommand.UnfreezeAccount;
import io.windlass.features.wallet.NaiveWallet.Fate;
import io.windlass.features.wallet.NaiveWallet.Order;
import io.windlass.features.wallet.NaiveWallet.Purse;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.contract.LiveRun;
import io.windlass.kernel.feature.contract.Seeds;
import io.windlass.kernel.table.Tables;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Packed transfers and records, mixed, in frames that commit or are dropped, against maps and
 * numbers without bounds: the decided and the committed rows hold what the model holds.
 */
class PackedModelProperties {
    private static final List<String> NAMES = List.of("bank", "alice", "bob", "carol", "eva");
    private static final int STEPS = 120;
    private static final int ANY_VERSION = 0;

    private final WalletFeature feature = new WalletFeature();
    private final WalletFixture wallet = new WalletFixture();
    private final LiveRun<Wallets> live = wallet.live();
    private final Wallets committedRows = feature.state(live.tables().committed());
    private final Map<String, Long> handles = new HashMap<>();
    private final List<Order> orders = new ArrayList<>();
    private final ArrayDeque<Cut> sealed = new ArrayDeque<>();
    private NaiveWallet decided = new NaiveWallet();
    private Cut committed = new Cut(decided, 0);

    /** The model when so many events had been logged. */
    private record Cut(NaiveWallet model, int events) {}

    @Seeds(40)
    void rowsAreThoseOfTheModel(long seed) {
        Random random = new Random(seed);
        NAMES.forEach(this::open);
        committed = new Cut(decided.copy(), wallet.logged());
        for (int i = 0; i < STEPS; i++) {
            int dice = random.nextInt(100);
            if (dice < 60) {
                sendPacked(random);
            } else if (dice < 85) {
                submit(draw(random));
            } else {
                freeze(random);
            }
            move(random);
            compare(live.decided(), decided);
            compare(committedRows, committed.model);
        }
        assertEquals(digestOfReplay(), live.tables().digest());
    }

    private void open(String name) {
        wallet.open(
                name,
                name.equals("bank") ? "external" : "customer",
                name.equals("eva") ? "EUR" : "USD");
        AccountProfile profile = live.decided().find(0, name).orElseThrow().profile();
        handles.put(name, profile.handle());
        decided.open(name, profile.currency(), !name.equals("bank"), wallet.logged());
    }

    private Order draw(Random random) {
        boolean again = !orders.isEmpty() && random.nextInt(5) == 0;
        if (again) {
            Order order = orders.get(random.nextInt(orders.size()));
            long more = random.nextInt(3) == 0 ? 1 : 0;
            return new Order(order.id(), order.from(), order.to(), order.amount() + more, usd());
        }
        int from = random.nextInt(2) * random.nextInt(NAMES.size());
        int to = (from + 1 + random.nextInt(NAMES.size() - 1)) % NAMES.size();
        long amount = random.nextInt(9) == 0 ? Long.MAX_VALUE / 3 : 1 + random.nextInt(900);
        Order order = new Order(orders.size(), NAMES.get(from), NAMES.get(to), amount, usd());
        orders.add(order);
        return order;
    }

    private int usd() {
        return decided.purses().get("bank").currency();
    }

    private void sendPacked(Random random) {
        List<Order> batch = new ArrayList<>();
        int size = 1 + random.nextInt(6);
        while (batch.size() < size) {
            batch.add(draw(random));
        }
        byte[] commands = new byte[size * PackedTransfers.BYTES];
        for (int i = 0; i < size; i++) {
            write(batch.get(i), commands, i * PackedTransfers.BYTES);
        }
        PackedKind.Caller caller = new PackedKind.Caller(0, true);
        Packed<Wallets> packed = PackedTransfers.open(caller, commands).orElseThrow();
        for (int i = 0; i < size; i++) {
            Order order = batch.get(i);
            Optional<Fate> first = Optional.ofNullable(decided.fates().get(order.key()));
            live.submit(packed, i);
            decide(order);
            compare(order, first.isPresent(), packed.results(), i * TransferResults.BYTES);
        }
    }

    private void write(Order order, byte[] commands, int at) {
        LittleEndian.u64(commands, at + 8, order.id());
        LittleEndian.u64(commands, at + 16, handles.get(order.from()));
        LittleEndian.u64(commands, at + 24, handles.get(order.to()));
        LittleEndian.u64(commands, at + 32, order.amount());
        LittleEndian.u16(commands, at + 40, order.currency());
        commands[at + 42] = 1;
    }

    private void compare(Order order, boolean isKnown, byte[] results, int at) {
        Fate fate = decided.fates().get(order.key());
        int code = LittleEndian.u16(results, at + 4);
        if (!fate.order().equals(order)) {
            assertEquals(WalletRejection.IDEMPOTENCY_MISMATCH.number(), code);
            return;
        }
        assertEquals(fate.refusal().map(WalletRejection::number).orElse(0), code);
        assertEquals(isKnown, (LittleEndian.u16(results, at + 6) & 1) == 1, "replayed");
        assertEquals(fate.sequence(), LittleEndian.u64(results, at + 8));
    }

    private void submit(Order order) {
        live.submit(
                Transfer.of(
                        TransactionId.of(id(order)),
                        0,
                        order.from(),
                        order.to(),
                        order.amount(),
                        order.currency()));
        decide(order);
    }

    private void decide(Order order) {
        if (!decided.fates().containsKey(order.key())) {
            decided.transfer(order, wallet.logged());
        }
    }

    private static Id128 id(Order order) {
        return new Id128(0, order.id());
    }

    private void freeze(Random random) {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        Target target = new Target(0, name, ANY_VERSION);
        Purse before = decided.purses().get(name);
        boolean isCredit = random.nextBoolean();
        boolean paysOut = true;
        boolean takesIn = true;
        if (random.nextInt(4) == 0) {
            Direction direction = isCredit ? Direction.CREDIT : Direction.DEBIT;
            live.submit(new FreezeAccount(target, direction, ""));
            paysOut = before.paysOut() && isCredit;
            takesIn = before.takesIn() && !isCredit;
        } else {
            live.submit(new UnfreezeAccount(target, ""));
        }
        if (paysOut != before.paysOut() || takesIn != before.takesIn()) {
            decided.freeze(name, paysOut, takesIn, wallet.logged());
        }
    }

    private void move(Random random) {
        int dice = random.nextInt(100);
        if (dice < 40) {
            live.seal();
            sealed.add(new Cut(decided.copy(), wallet.logged()));
        } else if (dice < 75 && !sealed.isEmpty()) {
            live.commit();
            committed = sealed.remove();
        } else if (dice >= 92) {
            live.drop();
            sealed.clear();
            decided = committed.model.copy();
            assertEquals(committed.events, wallet.logged());
            assertEquals(digestOfReplay(), live.tables().digest());
        }
    }

    private void compare(Wallets rows, NaiveWallet model) {
        for (String name : NAMES) {
            Account account = rows.find(0, name).orElseThrow();
            Purse purse = model.purses().get(name);
            assertEquals(purse.balance(), BigInteger.valueOf(account.standing().posted()), name);
            assertEquals(purse.version(), account.standing().version(), name);
            assertEquals(purse.last(), account.lastSequence(), name);
        }
        BigInteger sum =
                model.purses().values().stream()
                        .map(Purse::balance)
                        .reduce(BigInteger.ZERO, BigInteger::add);
        assertEquals(BigInteger.ZERO, sum);
        for (Order order : orders) {
            Optional<Long> expected =
                    Optional.ofNullable(model.fates().get(order.key())).map(Fate::sequence);
            assertEquals(
                    expected,
                    rows.decided(Wallets.name(0, order.from()), id(order)).map(DecidedId::sequence),
                    () -> "the outcome of " + order);
        }
    }

    /** What a fresh start makes of the committed events. */
    private long digestOfReplay() {
        Tables tables = new Tables(feature.tables());
        Wallets state = feature.state(tables.committed());
        for (LiveRun.Entry entry : live.log().subList(0, committed.events)) {
            var type =
                    feature.events().stream()
                            .filter(one -> one.number() == entry.type())
                            .findFirst()
                            .orElseThrow();
            if (!feature.replay(type, new Source(entry.bytes()), state, entry.moment())) {
                live.event(entry).evolve(state, entry.moment());
            }
        }
        assertTrue(committed.events <= wallet.logged());
        return tables.digest();
    }
}
