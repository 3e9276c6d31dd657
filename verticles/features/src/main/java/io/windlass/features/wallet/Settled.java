package io.windlass.features.wallet;

import io.windlass.base.wire.Decimals;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.feature.Moment;

/**
 * What the sender of a transfer is told when it was done.
 *
 * @param event what was logged
 * @param moment where and when
 * @param scale digits behind the point of its currency
 */
record Settled(Transferred event, Moment moment, int scale) implements Document {
    @Override
    public void write(DocumentWriter out) {
        out.text("status", "SUCCEEDED");
        out.text("transaction_id", event.id().words());
        Documents.moment(out, moment);
        out.text("from_balance", Decimals.format(event.from().posted(), scale));
        out.textForReaders("to_balance", Decimals.format(event.to().posted(), scale));
    }
}
