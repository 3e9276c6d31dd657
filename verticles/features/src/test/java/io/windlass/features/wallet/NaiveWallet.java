package io.windlass.features.wallet;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The wallet as anybody would write it: maps and numbers without bounds. */
final class NaiveWallet {
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final Map<String, Purse> purses = new HashMap<>();
    private final Map<String, Fate> fates = new HashMap<>();

    /** An account; only customers have a floor, which is zero. */
    record Purse(
            int currency,
            boolean isCustomer,
            boolean paysOut,
            boolean takesIn,
            BigInteger balance,
            long version,
            long last) {
        private Purse plus(BigInteger amount, long sequence) {
            BigInteger after = balance.add(amount);
            return new Purse(currency, isCustomer, paysOut, takesIn, after, version + 1, sequence);
        }
    }

    /**
     * What is wanted.
     *
     * @param id within the source account
     */
    record Order(long id, String from, String to, long amount, int currency) {
        String key() {
            return from + " " + id;
        }
    }

    /** What became of an id: where, of which order, and the refusal, if it was one. */
    record Fate(long sequence, Order order, Optional<WalletRejection> refusal) {}

    NaiveWallet copy() {
        NaiveWallet copy = new NaiveWallet();
        copy.purses.putAll(purses);
        copy.fates.putAll(fates);
        return copy;
    }

    Map<String, Purse> purses() {
        return purses;
    }

    Map<String, Fate> fates() {
        return fates;
    }

    void open(String name, int currency, boolean isCustomer, long sequence) {
        purses.put(name, new Purse(currency, isCustomer, true, true, BigInteger.ZERO, 1, sequence));
    }

    void freeze(String name, boolean paysOut, boolean takesIn, long sequence) {
        Purse before = purses.get(name);
        purses.put(
                name,
                new Purse(
                        before.currency,
                        before.isCustomer,
                        paysOut,
                        takesIn,
                        before.balance,
                        before.version + 1,
                        sequence));
    }

    /** Does an order whose id is new. */
    void transfer(Order order, long sequence) {
        Optional<WalletRejection> refusal = refusal(order);
        fates.put(order.key(), new Fate(sequence, order, refusal));
        if (refusal.isEmpty()) {
            BigInteger amount = BigInteger.valueOf(order.amount);
            purses.computeIfPresent(order.from, (name, it) -> it.plus(amount.negate(), sequence));
            purses.computeIfPresent(order.to, (name, it) -> it.plus(amount, sequence));
        }
    }

    private Optional<WalletRejection> refusal(Order order) {
        Purse from = purses.get(order.from);
        Purse to = purses.get(order.to);
        BigInteger amount = BigInteger.valueOf(order.amount);
        if (!from.paysOut) {
            return Optional.of(WalletRejection.SOURCE_FROZEN);
        }
        if (!to.takesIn) {
            return Optional.of(WalletRejection.DESTINATION_FROZEN);
        }
        if (from.currency != order.currency || to.currency != order.currency) {
            return Optional.of(WalletRejection.CURRENCY_MISMATCH);
        }
        if (from.isCustomer && from.balance.compareTo(amount) < 0) {
            return Optional.of(WalletRejection.INSUFFICIENT_FUNDS);
        }
        boolean fits =
                from.balance.subtract(amount).abs().compareTo(MAX) <= 0
                        && to.balance.add(amount).abs().compareTo(MAX) <= 0;
        return fits ? Optional.empty() : Optional.of(WalletRejection.BALANCE_OVERFLOW);
    }
}
