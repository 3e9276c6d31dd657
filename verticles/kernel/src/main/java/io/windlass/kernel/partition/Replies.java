package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;

/** Replies that several places give. */
public final class Replies {
    private Replies() {}

    /** Not now, for this reason. */
    public static Reply unavailable(Reason reason, String detail) {
        return Reply.of(new Unavailable(reason, detail));
    }

    static Reply outcomeUnknown() {
        return unavailable(
                Reason.OUTCOME_UNKNOWN, "the command may or may not commit; the same id tells");
    }
}
