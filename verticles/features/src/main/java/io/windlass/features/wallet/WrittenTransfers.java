package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.ItemOutcomes;
import io.windlass.kernel.feature.ItemTexts;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.Verb;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Transfers between accounts that are named by their ids, as clients write them; those that are
 * unusual as records among the others.
 *
 * <pre>
 *   0 name of from        2 name of to          4 id          6 amount
 *   7 kind 8 | currency 16                      8 handle of from   9 handle of to
 * </pre>
 *
 * <p>The handles are noted by the partition for the time between touching and deciding, and count
 * only if the account that has one bears the name.
 */
final class WrittenTransfers implements PackedCommands<Wallets> {
    /** What a transfer takes that is a record after all; the others take less. */
    private static final int COMMAND_BYTES = 512;

    private static final int USUAL_ITEMS = 1_024;
    private static final int WORDS = 10;
    private static final int FROM = 0;
    private static final int TO = 2;
    private static final int ID = 4;
    private static final int AMOUNT = 6;
    private static final int KIND = 7;
    private static final int FROM_HANDLE = 8;
    private static final int TO_HANDLE = 9;
    private static final int CURRENCY_MASK = 0xFFFF;
    private static final int KIND_SHIFT = 16;
    private static final int NOTHING = 0;
    private static final int RECORD = 1;
    private static final int UUID = 2;
    private static final int TEXT = 3;

    private final int tenant;
    private final ItemTexts texts;
    private final ItemOutcomes outcomes;
    private final Map<Integer, Verb.Intent<Wallets>> records = new HashMap<>();
    private long[] words = new long[USUAL_ITEMS * WORDS];
    private int count;

    /** None yet, of a tenant's. */
    WrittenTransfers(int tenant, ItemTexts texts, ItemOutcomes outcomes) {
        this.tenant = tenant;
        this.texts = texts;
        this.outcomes = outcomes;
    }

    void add(TransactionId id, Id128 from, Id128 to, long amount, int currency) {
        int at = next(id.isUuid() ? UUID : TEXT);
        set(at + FROM, from);
        set(at + TO, to);
        set(at + ID, id.value());
        words[at + AMOUNT] = amount;
        words[at + KIND] |= currency;
    }

    void add(Verb.Intent<Wallets> intent) {
        records.put(count, intent);
        next(RECORD);
    }

    void skip() {
        next(NOTHING);
    }

    private int next(int kind) {
        int at = count * WORDS;
        if (at == words.length) {
            words = Arrays.copyOf(words, at * 2);
        }
        words[at + KIND] = (long) kind << KIND_SHIFT;
        count++;
        return at;
    }

    private void set(int at, Id128 value) {
        words[at] = value.high();
        words[at + 1] = value.low();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int commandBytes() {
        return COMMAND_BYTES;
    }

    @Override
    public int partition(int index, int partitions) {
        int kind = kind(index);
        if (kind == NOTHING) {
            return NOBODY;
        }
        if (partitions == 1) {
            return 0;
        }
        Route route =
                kind == RECORD
                        ? records.get(index).route()
                        : Route.of(tenant, from(index), to(index));
        return route.partition(partitions).orElse(SEVERAL);
    }

    @Override
    public long touch(Wallets state, int index) {
        if (kind(index) == RECORD) {
            return record(index).touch(state);
        }
        Id128 source = pair(index, FROM);
        return state.touchName(source)
                ^ state.touchName(pair(index, TO))
                ^ state.needId(source, pair(index, ID));
    }

    @Override
    public long touchBehind(Wallets state, int index) {
        if (kind(index) == RECORD) {
            return record(index).touchBehind(state);
        }
        int at = index * WORDS;
        long from = state.handleOf(pair(index, FROM));
        long to = state.handleOf(pair(index, TO));
        words[at + FROM_HANDLE] = from;
        words[at + TO_HANDLE] = to;
        return state.touchAccount(from) ^ state.touchAccount(to);
    }

    @Override
    public Optional<Event<Wallets>> usual(Wallets state, int index, Moment moment) {
        boolean isThere =
                kind(index) != RECORD
                        && view(state, index, FROM_HANDLE, FROM, state.debited())
                        && view(state, index, TO_HANDLE, TO, state.credited());
        return isThere
                ? Transfer.usual(state, id(index), word(index, AMOUNT), currency(index), moment)
                : Optional.empty();
    }

    private boolean view(Wallets state, int index, int handle, int name, AccountView view) {
        return state.view(word(index, handle), view) && view.isNamed(pair(index, name));
    }

    @Override
    public Read<Command<Wallets>> command(Wallets state, int index) {
        return Read.good(
                kind(index) == RECORD
                        ? record(index)
                        : new Transfer(
                                id(index),
                                tenant,
                                new AccountId(from(index), pair(index, FROM)),
                                new AccountId(to(index), pair(index, TO)),
                                word(index, AMOUNT),
                                currency(index)));
    }

    @Override
    public void logged(int index, Event<Wallets> event, Moment moment) {
        outcomes.done(index, moment);
    }

    @Override
    public void answered(int index, Answer answer, boolean replayed) {
        outcomes.answered(index, answer, replayed);
    }

    @Override
    public void stands(int index, int partition, long sequence) {
        outcomes.stands(index, partition, sequence);
    }

    private Command<Wallets> record(int index) {
        return records.get(index).command();
    }

    private TransactionId id(int index) {
        String text = kind(index) == TEXT ? texts.text(index, TransferPacking.ID) : "";
        return new TransactionId(pair(index, ID), text);
    }

    private String from(int index) {
        return texts.text(index, TransferPacking.FROM);
    }

    private String to(int index) {
        return texts.text(index, TransferPacking.TO);
    }

    private int kind(int index) {
        return (int) (word(index, KIND) >>> KIND_SHIFT);
    }

    private int currency(int index) {
        return (int) word(index, KIND) & CURRENCY_MASK;
    }

    private Id128 pair(int index, int at) {
        return new Id128(word(index, at), word(index, at + 1));
    }

    private long word(int index, int at) {
        return words[index * WORDS + at];
    }
}
