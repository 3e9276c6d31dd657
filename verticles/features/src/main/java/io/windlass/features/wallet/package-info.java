/**
 * The wallet: accounts of one currency each and transfers between them, in double entry.
 *
 * <pre>
 *   accounts         handle                       what transfers read and change of an account
 *   account-details  handle                       the rest of it
 *   account-names    hash of (tenant, id)         handle
 *   transaction-ids  source account, id           where its one outcome is logged
 *   currencies       number                       code, digits, name
 *   currency-registry                             edition and number of the newest change
 *
 *   OPEN --freeze--> FROZEN_DEBIT | FROZEN_CREDIT | FROZEN --unfreeze--> OPEN
 *   OPEN --close, when empty--> CLOSED, for ever
 * </pre>
 *
 * <p>Every event of an account names the account's event before it and the balances after it, and
 * every 64th, 4,096th and 262,144th also the one of its kind before it, so history is read by
 * walking back from the row. Amounts are signed 64-bit counts of minor units; no rule lets a sum
 * that clients see leave that range.
 *
 * <p>The body hash of a transfer is made of the names' hashes, not of the texts they stand for: it
 * says the same, a command that names accounts by handle can make it too, and it costs a twentieth
 * (bytes were written, copied and hashed for each transfer: 6 % of all that the loop allocated).
 *
 * <p>Transfers come as records, as packed ones that name accounts by handle ({@code
 * PackedTransfers}), or as packed ones of a JSON batch that name them by id ({@code
 * WrittenTransfers}); {@code Transfer} has the rules of all three. The names of ids that were
 * hashed lately are kept, 32,768 at most: two hashes were a fifth of what such a transfer cost a
 * worker.
 */
package io.windlass.features.wallet;
