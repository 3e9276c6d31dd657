package io.windlass.features.wallet;

import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.MessageType;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.table.RowType;
import io.windlass.kernel.table.TableSource;
import java.util.ArrayList;
import java.util.List;

/** Accounts, transfers and currencies. */
public final class WalletFeature implements Feature<Wallets> {
    @Override
    public String name() {
        return "wallet";
    }

    @Override
    public String group() {
        return "money";
    }

    @Override
    public List<RowType<?>> tables() {
        return Wallets.TABLES;
    }

    @Override
    public Wallets state(TableSource source) {
        return new Wallets(source);
    }

    @Override
    public List<MessageType<Command<Wallets>>> commands() {
        return WalletCommand.TYPES;
    }

    @Override
    public List<MessageType<Event<Wallets>>> events() {
        return WalletEvent.TYPES;
    }

    /** Of transfers only: there is nothing else that a log is full of. */
    @Override
    public long touch(
            MessageType<Event<Wallets>> type, Source body, Wallets committed, boolean behind) {
        return isTransfer(type) ? Transferred.touch(body, committed, behind) : 0;
    }

    /** Likewise. */
    @Override
    public boolean replay(
            MessageType<Event<Wallets>> type, Source body, Wallets committed, Moment moment) {
        if (!isTransfer(type)) {
            return false;
        }
        Transferred.replay(body, committed, moment);
        return true;
    }

    private static boolean isTransfer(MessageType<Event<Wallets>> type) {
        return type.number() == WalletEvent.TRANSFERRED && type.version() == 1;
    }

    @Override
    public List<Endpoint<Wallets>> endpoints() {
        return WalletEndpoints.ALL;
    }

    @Override
    public List<PackedKind<Wallets>> packed() {
        return WalletPacked.ALL;
    }

    @Override
    public List<WalletRejection> rejections() {
        return List.of(WalletRejection.values());
    }

    @Override
    public List<String> malformedCodes() {
        return WalletFields.MALFORMED_CODES;
    }

    @Override
    public List<Command<Wallets>> genesis(Wallets decided) {
        return decided.registry().edition() == 0
                ? List.of(new CurrencyCommand.AdoptEdition(Iso4217.NEWEST))
                : List.of();
    }

    @Override
    public long sharedNumber(Wallets committed) {
        return committed.registry().number();
    }

    @Override
    public SharedTable shared(Wallets committed) {
        return committed.shared();
    }

    @Override
    public List<Command<Wallets>> sharedChanges(Wallets committed, long after) {
        List<Command<Wallets>> changes = new ArrayList<>();
        Registry registry = committed.registry();
        if (after == 0 && registry.edition() > 0) {
            changes.add(new CurrencyCommand.AdoptEdition(registry.edition()));
        }
        for (Currency row : committed.allCurrencies()) {
            // A row without a number of ISO's is our own and came alone.
            if (row.change() > after && row.numeric() == 0) {
                changes.add(
                        new CurrencyCommand.RegisterCurrency(
                                row.change(), row.code(), row.scale(), committed.nameOf(row)));
            }
        }
        return changes;
    }
}
