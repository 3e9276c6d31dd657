package io.windlass.features.wallet;

import io.windlass.base.wire.Timestamps;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.feature.Moment;
import java.util.List;

/** The bodies of answers; everything they need is read from the rows before they are made. */
final class Documents {
    private static final int NUMERIC_DIGITS = 1_000;

    private Documents() {}

    static Document account(Wallets state, Account account, Moment now) {
        AccountProfile profile = account.profile();
        return new AccountDocument(
                state.idOf(profile),
                profile,
                state.currency(profile.currency()),
                account.standing(),
                state.metadataOf(profile),
                now.position(account.lastSequence()));
    }

    static Document balance(Wallets state, Account account, Moment now) {
        String accountId = state.idOf(account.profile());
        Currency currency = state.currency(account.profile().currency());
        return out -> {
            out.text("account_id", accountId);
            out.text("currency", currency.code());
            balances(out, currency, account.standing());
            moment(out, now);
        };
    }

    static void balances(DocumentWriter out, Currency currency, Standing standing) {
        out.text("posted", currency.format(standing.posted()));
        out.text("held", currency.format(standing.held()));
        out.text("incoming", currency.format(standing.incoming()));
        out.text("available", currency.format(standing.available()));
        out.number("version", standing.version());
    }

    static void moment(DocumentWriter out, Moment moment) {
        out.text("position", moment.position());
        out.text("time", Timestamps.format(moment.timeNanos()));
    }

    /** A transfer as it is looked up; {@code rest} follows its common members. */
    static Document transfer(
            Transfer transfer, String status, Currency money, Moment moment, Document rest) {
        return out -> {
            out.text("transaction_id", transfer.id().words());
            out.text("status", status);
            out.text("from_account", transfer.from().text());
            out.text("to_account", transfer.to().text());
            out.text("amount", money.format(transfer.amount()));
            out.text("currency", money.code());
            moment(out, moment);
            out.text("reversed", money.format(0));
            rest.write(out);
        };
    }

    /** What a problem says about the transfer it is about. */
    static void instance(DocumentWriter out, TransactionId id, String fromAccount) {
        out.text("instance", "/v1/transfers/" + id.words() + "?from_account=" + fromAccount);
        out.text("transaction_id", id.words());
    }

    /**
     * The members of a repeated id with another body; {@code first} is where its outcome stands.
     */
    static Document mismatch(
            TransactionId id, String fromAccount, List<String> differs, Moment first) {
        return out -> {
            instance(out, id, fromAccount);
            out.texts("differs", differs);
            out.text("position", first.position());
        };
    }

    static Document currency(Currency currency, String name) {
        return out -> {
            out.text("code", currency.code());
            if (currency.numeric() == 0) {
                out.absent("numeric");
            } else {
                out.text("numeric", digits(currency.numeric()));
            }
            out.number("scale", currency.scale());
            out.text("name", name);
            out.text("status", "active");
        };
    }

    static Document currencies(Wallets state) {
        Registry registry = state.registry();
        List<Document> rows =
                state.allCurrencies().stream()
                        .map(row -> currency(row, state.nameOf(row)))
                        .toList();
        return out -> {
            out.number("edition", registry.edition());
            out.number("number", registry.number());
            out.list("currencies", rows);
        };
    }

    static Document edition(int edition) {
        return out -> out.number("edition", edition);
    }

    private static String digits(int numeric) {
        return Integer.toString(NUMERIC_DIGITS + numeric).substring(1);
    }
}
