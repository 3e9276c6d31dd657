package io.windlass.features.wallet;

import io.windlass.base.wire.Id128;
import io.windlass.kernel.table.RowType;

/**
 * What never changes about an account.
 *
 * @param handle slot (12 bits) and number in the partition (52 bits), never reused
 * @param name hash of tenant and id
 * @param tenant whose account it is
 * @param currency number of its currency
 * @param kind whose money it holds
 * @param openedAtNanos when it was opened
 * @param idReference its id in the byte store
 * @param metadataReference its metadata in the byte store, 0 for none
 * @param bodyHash hash of the opening command without the id
 */
record AccountProfile(
        long handle,
        Id128 name,
        int tenant,
        int currency,
        AccountKind kind,
        long openedAtNanos,
        long idReference,
        long metadataReference,
        long bodyHash) {

    static long handle(int slot, long number) {
        return (long) slot << RowType.NUMBER_BITS | number;
    }
}
