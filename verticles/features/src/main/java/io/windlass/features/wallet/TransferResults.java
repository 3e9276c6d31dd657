package io.windlass.features.wallet;

import static io.windlass.base.wire.LittleEndian.u16;
import static io.windlass.base.wire.LittleEndian.u32;
import static io.windlass.base.wire.LittleEndian.u64;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Rejected;
import io.windlass.kernel.feature.Unavailable;

/**
 * What became of packed transfers, 48 bytes each. Little-endian.
 *
 * <pre>
 *    0        4    6    8                16               24
 *   +--------+----+----+----------------+----------------+
 *   | index  |code|flag| sequence       | time           |
 *   +--------+----+----+----------------+----------------+
 *    24               32               40       44       48
 *   +----------------+----------------+--------+--------+
 *   | from balance   | to balance     | part.  | 0      |
 *   +----------------+----------------+--------+--------+
 *
 *   code   0 done, else {@link Unavailable.Reason#number}, {@code Rejection.number} or
 *          {@link MalformedCodes#number}
 *   flag   1 replayed, 4 from balance is there, 8 to balance is there
 * </pre>
 */
final class TransferResults {
    static final int BYTES = 48;
    private static final int CODE = 4;
    private static final int FLAGS = 6;
    private static final int SEQUENCE = 8;
    private static final int TIME = 16;
    private static final int FROM_BALANCE = 24;
    private static final int TO_BALANCE = 32;
    private static final int PARTITION = 40;
    private static final int REPLAYED = 1;
    private static final int FROM_KNOWN = 4;
    private static final int TO_KNOWN = 8;

    private final byte[] bytes;
    private final boolean tellsTo;

    /**
     * Results of so many transfers.
     *
     * @param tellsTo whether the caller may know what the other account has
     */
    TransferResults(int count, boolean tellsTo) {
        this.bytes = new byte[count * BYTES];
        this.tellsTo = tellsTo;
    }

    byte[] bytes() {
        return bytes;
    }

    void done(int index, Transferred event, Moment moment) {
        done(index, event, moment, false);
    }

    void answered(int index, Answer answer, boolean replayed) {
        if (answer instanceof Answer.Accepted accepted
                && accepted.document() instanceof Settled settled) {
            done(index, settled.event(), settled.moment(), replayed);
        } else if (answer instanceof Rejected rejected) {
            code(index, rejected.rejection().number(), replayed ? REPLAYED : 0);
            if (rejected.members() instanceof Refusal refusal) {
                moment(index, refusal.moment());
            }
        } else if (answer instanceof Malformed malformed) {
            code(index, MalformedCodes.number(malformed.code()), 0);
        } else if (answer instanceof Unavailable unavailable) {
            code(index, unavailable.reason().number(), 0);
        } else {
            throw new Invariant("a transfer has an answer that is no transfer's");
        }
    }

    private void done(int index, Transferred event, Moment moment, boolean replayed) {
        int flags = (replayed ? REPLAYED : 0) | FROM_KNOWN | (tellsTo ? TO_KNOWN : 0);
        code(index, 0, flags);
        moment(index, moment);
        int at = index * BYTES;
        u64(bytes, at + FROM_BALANCE, event.from().posted());
        u64(bytes, at + TO_BALANCE, tellsTo ? event.to().posted() : 0);
    }

    /** Clears what an outcome that was not to be may have left. */
    private void code(int index, int code, int flags) {
        int at = index * BYTES;
        u32(bytes, at, index);
        u16(bytes, at + CODE, code);
        u16(bytes, at + FLAGS, flags);
        u64(bytes, at + SEQUENCE, 0);
        u64(bytes, at + TIME, 0);
        u64(bytes, at + FROM_BALANCE, 0);
        u64(bytes, at + TO_BALANCE, 0);
        u32(bytes, at + PARTITION, 0);
    }

    private void moment(int index, Moment moment) {
        int at = index * BYTES;
        u64(bytes, at + SEQUENCE, moment.sequence());
        u64(bytes, at + TIME, moment.timeNanos());
        u32(bytes, at + PARTITION, moment.partition());
    }
}
