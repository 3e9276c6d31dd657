package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.feature.ItemOutcomes;
import io.windlass.kernel.feature.ItemTexts;
import io.windlass.kernel.feature.PackedCommands;
import io.windlass.kernel.feature.Packing;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Verb;

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

    private final int tenant;
    private final Currencies currencies;
    private final ItemTexts texts;
    private final WrittenTransfers transfers;
    private String code = "";
    private Currency currency;

    TransferPacking(Around around, ItemTexts texts, ItemOutcomes outcomes) {
        this.tenant = around.tenant();
        this.currencies = around.shared(Currencies.class);
        this.texts = texts;
        this.transfers = new WrittenTransfers(tenant, texts, outcomes);
    }

    @Override
    public boolean add() {
        CharSequence from = texts.view(FROM);
        CharSequence to = texts.view(TO);
        CharSequence amount = texts.view(AMOUNT);
        CharSequence id = texts.view(ID);
        boolean isUsual =
                !texts.isSet(STRATEGY)
                        && !texts.isSet(WAIT)
                        && WalletFields.ACCOUNT_ID_TYPE.matches(from)
                        && WalletFields.ACCOUNT_ID_TYPE.matches(to)
                        && CharSequence.compare(from, to) != 0
                        && WalletFields.TRANSACTION_ID_TYPE.matches(id)
                        && Amounts.isWellFormed(amount)
                        && isKnown(texts.view(CURRENCY));
        if (!isUsual
                || !(Amounts.positive("", amount, currency) instanceof Read.Good<Long> units)) {
            return false;
        }
        Id128 source = Wallets.name(tenant, from.toString());
        Id128 destination = Wallets.name(tenant, to.toString());
        transfers.add(TransactionId.of(id), source, destination, units.value(), currency.number());
        return true;
    }

    /** Whether there is a currency of this code, which is the one from now on. */
    private boolean isKnown(CharSequence newCode) {
        if (code.contentEquals(newCode)) {
            return !code.isEmpty();
        }
        currencies
                .find(newCode.toString())
                .ifPresent(
                        found -> {
                            code = found.code();
                            currency = found;
                        });
        return !code.isEmpty() && code.contentEquals(newCode);
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
