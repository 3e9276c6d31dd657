package io.windlass.features.wallet;

import io.windlass.base.wire.Timestamps;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;

/**
 * An account as clients see it.
 *
 * @param accountId its id
 * @param profile what never changes
 * @param currency what it counts
 * @param standing what changes
 * @param metadata the client's own texts
 * @param lastPosition its newest event
 */
record AccountDocument(
        String accountId,
        AccountProfile profile,
        Currency currency,
        Standing standing,
        Metadata metadata,
        String lastPosition)
        implements Document {
    @Override
    public void write(DocumentWriter out) {
        out.text("account_id", accountId);
        out.text("currency", currency.code());
        out.text("kind", profile.kind().word());
        out.text("state", standing.state().name());
        out.text("overdraft_limit", currency.format(standing.overdraftLimit()));
        Documents.balances(out, currency, standing);
        out.text("opened_at", Timestamps.format(profile.openedAtNanos()));
        out.text("last_position", lastPosition);
        out.object("metadata", metadata.document());
    }
}
