package io.windlass.features.wallet;

import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.feature.Moment;

/**
 * What the sender of a transfer is told when it was refused for good.
 *
 * @param members what the problem has beside its position
 * @param moment where and when the refusal was logged
 */
record Refusal(Document members, Moment moment) implements Document {
    @Override
    public void write(DocumentWriter out) {
        members.write(out);
        out.text("position", moment.position());
    }
}
