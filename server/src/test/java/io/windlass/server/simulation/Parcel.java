package io.windlass.server.simulation;

import io.windlass.base.wire.LittleEndian;
import java.util.UUID;

/**
 * One packed transfer as a client writes it, and what the same transfer is as a call.
 *
 * @param number tells it from another one with the same content
 * @param call the transfer
 * @param debit handle of the source
 * @param credit handle of the destination
 * @param currency number of the currency
 * @param flaw what is wrong with it
 */
record Parcel(long number, Call call, long debit, long credit, int currency, Flaw flaw) {
    static final int BYTES = 64;
    private static final int NOBODY = 4_000_000;
    private static final int HANDLE_NUMBER_BITS = 52;
    private static final int NO_CURRENCY = 65_535;
    private static final int TRANSFER = 1;
    private static final int OP_AT = 42;

    /** What can be wrong with a packed transfer that no rule of the wallet ever sees. */
    enum Flaw {
        /** Nothing. */
        NONE(0),
        /** Both handles are the source's. */
        SAME_ACCOUNT(1_100),
        /** Nothing has the number of its currency. */
        NO_CURRENCY(1_101),
        /** It moves nothing. */
        NO_AMOUNT(1_102),
        /** Its id was made years ahead. */
        FUTURE_ID(1_103),
        /** Nobody has the handle of its source. */
        NO_DEBIT(1_104),
        /** Nobody has the handle of its destination. */
        NO_CREDIT(1_104),
        /** Its destination is the source under a handle that differs in the slot alone. */
        FORGED_CREDIT(1_104),
        /** It is another operation. */
        NOT_PLAIN(1_105);

        private final int code;

        Flaw(int code) {
            this.code = code;
        }

        /** What it is answered with. */
        int code() {
            return code;
        }
    }

    /** A handle in the slot of another one that no account ever gets. */
    static long nobodyBeside(long slot) {
        return slot << HANDLE_NUMBER_BITS | NOBODY;
    }

    private long written(long destination) {
        return switch (flaw) {
            case SAME_ACCOUNT -> debit;
            case FORGED_CREDIT -> debit ^ 1L << HANDLE_NUMBER_BITS;
            default -> destination;
        };
    }

    void write(byte[] bytes, int at) {
        UUID id = UUID.fromString(call.text("transaction_id"));
        LittleEndian.u64(bytes, at, id.getMostSignificantBits());
        LittleEndian.u64(bytes, at + 8, id.getLeastSignificantBits());
        LittleEndian.u64(bytes, at + 16, debit);
        LittleEndian.u64(bytes, at + 24, written(credit));
        LittleEndian.u64(bytes, at + 32, flaw == Flaw.NO_AMOUNT ? 0 : call.minorUnits());
        LittleEndian.u16(bytes, at + 40, flaw == Flaw.NO_CURRENCY ? NO_CURRENCY : currency);
        bytes[at + OP_AT] = (byte) (flaw == Flaw.NOT_PLAIN ? TRANSFER + 1 : TRANSFER);
    }
}
