package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.feature.ItemOutcomes;
import io.windlass.kernel.feature.ItemTexts;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Packing;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Verb;
import java.util.Optional;

/**
 * Packs the transfers of a batch whose five required fields are right and which ask for nothing
 * else. What is wrong with the others is found by those who say so.
 */
final class TransferPacking implements Packing<Wallets> {
    static final int FROM = TransferEndpoints.FIELDS.indexOf(WalletFields.FROM);
    static final int TO = TransferEndpoints.FIELDS.indexOf(WalletFields.TO);
    static final int ID = TransferEndpoints.FIELDS.indexOf(WalletFields.TRANSACTION_ID);
    private static final int AMOUNT = TransferEndpoints.FIELDS.indexOf(WalletFields.AMOUNT);
    private static final int CURRENCY = TransferEndpoints.FIELDS.indexOf(WalletFields.CURRENCY);
    private static final int STRATEGY = TransferEndpoints.FIELDS.indexOf(WalletFields.STRATEGY);
    private static final int WAIT = TransferEndpoints.FIELDS.indexOf(WalletFields.WAIT);

    /** Of all batches: the same accounts come again, and a hash costs as much as the parsing. */
    private static final KeptNames NAMES = new KeptNames();

    private final int tenant;
    private final Currencies currencies;
    private final ItemTexts texts;
    private final WrittenTransfers transfers;
    private String code = "";
    private Optional<Currency> currency = Optional.empty();

    TransferPacking(Around around, ItemTexts texts, ItemOutcomes outcomes) {
        this.tenant = around.tenant();
        this.currencies = around.shared(Currencies.class);
        this.texts = texts;
        this.transfers = new WrittenTransfers(tenant, texts, outcomes);
    }

    @Override
    public boolean add() {
        if (texts.isSet(STRATEGY) || texts.isSet(WAIT)) {
            return false;
        }
        CharSequence amount = texts.view(AMOUNT);
        Optional<Currency> known = currency(texts.view(CURRENCY));
        if (known.isEmpty()
                || !Amounts.isWellFormed(amount)
                || !(Amounts.positive("", amount, known.get()) instanceof Read.Good<Long> units)) {
            return false;
        }
        Optional<TransactionId> id = id(texts.view(ID));
        Optional<Id128> from = name(FROM);
        Optional<Id128> to = name(TO);
        if (id.isEmpty() || from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return false;
        }
        transfers.add(id.get(), from.get(), to.get(), units.value(), known.get().number());
        return true;
    }

    /** A UUID is right in any case. */
    private static Optional<TransactionId> id(CharSequence words) {
        Optional<TransactionId> uuid = TransactionId.ofUuid(words);
        return uuid.isPresent() || !WalletFields.TRANSACTION_ID_TYPE.matches(words)
                ? uuid
                : Optional.of(TransactionId.of(words));
    }

    /** What rows know the account by that a field names, if the field is right. */
    private Optional<Id128> name(int field) {
        Optional<Id128> known = NAMES.find(tenant, texts, field);
        if (known.isPresent() || !WalletFields.ACCOUNT_ID_TYPE.matches(texts.view(field))) {
            return known;
        }
        String text = texts.view(field).toString();
        Id128 name = Wallets.name(tenant, text);
        NAMES.keep(tenant, texts, field, name);
        return Optional.of(name);
    }

    /** The currency of a code, mostly the one that the item before has. */
    private Optional<Currency> currency(CharSequence newCode) {
        if (!code.contentEquals(newCode)) {
            code = newCode.toString();
            currency = currencies.find(code);
        }
        return currency;
    }

    @Override
    public void add(Verb.Intent<Wallets> intent) {
        transfers.add(intent);
    }

    @Override
    public void skip() {
        transfers.skip();
    }

    @Override
    public PackedCommands<Wallets> packed() {
        return transfers;
    }
}
