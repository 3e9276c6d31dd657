package io.windlass.features.wallet;

import static io.windlass.base.wire.LittleEndian.u16;
import static io.windlass.base.wire.LittleEndian.u64;
import static io.windlass.base.wire.LittleEndian.u8;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Slots;
import io.windlass.kernel.table.RowType;
import java.util.Optional;

/**
 * Transfers between accounts that are named by their handles, 64 bytes each. Little-endian.
 *
 * <pre>
 *    0                8                16               24               32
 *   +----------------+----------------+----------------+----------------+
 *   | id, high half  | id, low half   | debit          | credit         |
 *   +----------------+----------------+----------------+----------------+
 *    32               40   42 43 44   46   48       52       56               64
 *   +----------------+----+--+--+----+----+--------+--------+----------------+
 *   | amount         |cur.|op|fl|code| 0  | ttl    |expected| metadata hash  |
 *   |                |    |  |  |    |    |        |version |                |
 *   +----------------+----+--+--+----+----+--------+--------+----------------+
 * </pre>
 *
 * <p>So far {@code op} is 1, and everything behind it is 0.
 */
final class PackedTransfers implements Packed<Wallets> {
    static final int BYTES = 64;

    /** With its result and its place, about. */
    private static final int COMMAND_BYTES = 128;

    static final String UNSUPPORTED = "unsupported-operation";
    static final String UNKNOWN_HANDLE = "unknown-handle";
    private static final int ID_LOW = 8;
    private static final int DEBIT = 16;
    private static final int CREDIT = 24;
    private static final int AMOUNT = 32;
    private static final int CURRENCY = 40;
    private static final int OP = 42;
    private static final int FLAGS = 43;
    private static final int CODE = 44;
    private static final int TTL = 48;
    private static final int METADATA = 56;
    private static final int TRANSFER = 1;

    private final PackedKind.Caller caller;
    private final byte[] commands;
    private final TransferResults results;

    private PackedTransfers(PackedKind.Caller caller, byte[] commands) {
        this.caller = caller;
        this.commands = commands;
        this.results = new TransferResults(commands.length / BYTES, caller.reads());
    }

    static Optional<Packed<Wallets>> open(PackedKind.Caller caller, byte[] commands) {
        return Optional.of(new PackedTransfers(caller, commands));
    }

    @Override
    public int count() {
        return commands.length / BYTES;
    }

    @Override
    public int commandBytes() {
        return COMMAND_BYTES;
    }

    @Override
    public int partition(int index, int partitions) {
        int debit = partitionOf(word(index, DEBIT), partitions);
        return debit == partitionOf(word(index, CREDIT), partitions) ? debit : SEVERAL;
    }

    private static int partitionOf(long handle, int partitions) {
        return Slots.partitionIndex((int) (handle >>> RowType.NUMBER_BITS), partitions);
    }

    @Override
    public long touch(Wallets state, int index) {
        return state.touchAccount(word(index, DEBIT)) ^ state.touchAccount(word(index, CREDIT));
    }

    /** The name in the id's key stands in the row of the account. */
    @Override
    public long touchBehind(Wallets state, int index) {
        AccountView source = state.debited();
        return state.view(word(index, DEBIT), source)
                ? state.needId(source.name(), idValue(index))
                : 0;
    }

    @Override
    public Optional<Event<Wallets>> usual(Wallets state, int index, Moment moment) {
        AccountView source = state.debited();
        AccountView destination = state.credited();
        long debit = word(index, DEBIT);
        long credit = word(index, CREDIT);
        long amount = word(index, AMOUNT);
        TransactionId id = TransactionId.of(idValue(index));
        boolean isUsual =
                isPlain(index)
                        && amount > 0
                        && debit != credit
                        && state.view(debit, source)
                        && state.view(credit, destination)
                        && source.tenant() == caller.tenant()
                        && destination.tenant() == caller.tenant();
        return isUsual
                ? Transfer.usual(state, id, amount, currency(index), moment)
                : Optional.empty();
    }

    @Override
    public Read<Command<Wallets>> command(Wallets state, int index) {
        if (!isPlain(index)) {
            return Read.bad(UNSUPPORTED, "", "only plain transfers are done so far");
        }
        long amount = word(index, AMOUNT);
        if (amount <= 0) {
            return Read.bad(Amounts.NOT_POSITIVE, "amount", "amount must be more than zero");
        }
        long debit = word(index, DEBIT);
        long credit = word(index, CREDIT);
        if (!isOwn(state, debit)) {
            return Read.bad(UNKNOWN_HANDLE, "debit", "no account has the handle " + debit);
        }
        if (!isOwn(state, credit)) {
            return Read.bad(UNKNOWN_HANDLE, "credit", "no account has the handle " + credit);
        }
        return Read.good(
                Transfer.of(
                        TransactionId.of(idValue(index)),
                        caller.tenant(),
                        state.idOf(debit),
                        state.idOf(credit),
                        amount,
                        currency(index)));
    }

    @Override
    public void logged(int index, Event<Wallets> event, Moment moment) {
        results.done(index, (Transferred) event, moment);
    }

    @Override
    public void answered(int index, Answer answer, boolean replayed) {
        results.answered(index, answer, replayed);
    }

    @Override
    public byte[] results() {
        return results.bytes();
    }

    private boolean isOwn(Wallets state, long handle) {
        AccountView view = state.debited();
        return state.view(handle, view) && view.tenant() == caller.tenant();
    }

    /** Whether it is a transfer that asks for nothing else. */
    private boolean isPlain(int index) {
        int at = index * BYTES;
        return u8(commands, at + OP) == TRANSFER
                && u8(commands, at + FLAGS) == 0
                && (u16(commands, at + CODE) | u16(commands, at + CODE + 2)) == 0
                && (u64(commands, at + TTL) | u64(commands, at + METADATA)) == 0;
    }

    private Id128 idValue(int index) {
        return new Id128(word(index, 0), word(index, ID_LOW));
    }

    private int currency(int index) {
        return u16(commands, index * BYTES + CURRENCY);
    }

    private long word(int index, int at) {
        return u64(commands, index * BYTES + at);
    }
}
