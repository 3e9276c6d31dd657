package io.windlass.server.it;

import io.windlass.base.client.BinaryClient;
import java.io.ByteArrayOutputStream;

/** Commands of TRANSFERS frames, byte by byte as the page of the protocol says. */
final class Commands {
    private Commands() {}

    /** A plain transfer. */
    static byte[] transfer(
            long idHigh, long idLow, long debit, long credit, long amount, int currency) {
        return BinaryClient.buffer(64)
                .putLong(idHigh)
                .putLong(idLow)
                .putLong(debit)
                .putLong(credit)
                .putLong(amount)
                .putShort((short) currency)
                .put((byte) 1)
                .array();
    }

    /** One behind the other. */
    static byte[] together(byte[]... commands) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] command : commands) {
            all.writeBytes(command);
        }
        return all.toByteArray();
    }
}
