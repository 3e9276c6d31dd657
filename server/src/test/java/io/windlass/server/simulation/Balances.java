package io.windlass.server.simulation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The naive model of the wallet: maps and big numbers, fed with committed events alone.
 *
 * <p>Every event has to fit what the model holds: sums are zero (I1), nothing is held (I2), no
 * customer is below the floor (I3), versions and back-chains have no gap (I4), balances are those
 * of the replay (I5), and closed or frozen accounts do not move (I10).
 */
final class Balances {
    private static final int CUSTOMER = 0;
    private static final int DEBIT = 1;
    private static final int CREDIT = 2;
    private static final int CLOSED = 4;

    /** By the code that is logged. */
    private static final List<String> REFUSALS =
            List.of(
                    "",
                    "source-not-found",
                    "destination-not-found",
                    "source-closed",
                    "source-frozen",
                    "destination-closed",
                    "destination-frozen",
                    "currency-mismatch",
                    "insufficient-funds",
                    "balance-overflow");

    private final Map<Long, Account> byHandle = new HashMap<>();
    private final Map<String, Account> byId = new HashMap<>();
    private final Map<String, Long> openings = new HashMap<>();
    private final Map<Integer, BigInteger> sums = new HashMap<>();

    /** An account as it is now. */
    record Account(
            long handle,
            String id,
            int currency,
            int kind,
            int state,
            BigInteger limit,
            BigInteger posted,
            long version,
            long last) {
        /** Ids that begin with {@code j} have yen, all others dollars. */
        String text(BigInteger minorUnits) {
            return new BigDecimal(minorUnits, id.startsWith("j") ? 0 : 2).toPlainString();
        }

        private Account with(int newState, long newLimit, BigInteger newPosted, long sequence) {
            return new Account(
                    handle,
                    id,
                    currency,
                    kind,
                    newState,
                    BigInteger.valueOf(newLimit),
                    newPosted,
                    version + 1,
                    sequence);
        }
    }

    /**
     * A transfer and what it came to.
     *
     * @param word the refusal's code, empty if the money moved
     * @param fromBalance after it, empty if it was refused
     * @param toBalance likewise
     */
    record Transfer(
            String id,
            String from,
            String to,
            long amount,
            String word,
            String fromBalance,
            String toBalance) {}

    Optional<Account> find(String accountId) {
        return Optional.ofNullable(byId.get(accountId));
    }

    boolean isOpened(String accountId, long sequence) {
        return openings.getOrDefault(accountId, Long.MAX_VALUE) <= sequence;
    }

    /** Takes the next event in; tells if it was the outcome of a transfer. */
    Optional<Transfer> apply(Fact fact, long sequence) {
        if (fact instanceof Fact.Opened opened) {
            open(opened, sequence);
        } else if (fact instanceof Fact.Changed changed) {
            change(changed, sequence);
        } else if (fact instanceof Fact.Moved moved) {
            return Optional.of(move(moved, sequence));
        } else if (fact instanceof Fact.Refused refused) {
            return Optional.of(refuse(refused));
        }
        return Optional.empty();
    }

    private void open(Fact.Opened fact, long sequence) {
        BigInteger limit = BigInteger.valueOf(fact.limit());
        openings.put(fact.accountId(), sequence);
        put(
                new Account(
                        fact.handle(),
                        fact.accountId(),
                        fact.currency(),
                        fact.kind(),
                        0,
                        limit,
                        BigInteger.ZERO,
                        1,
                        sequence),
                true);
    }

    private void change(Fact.Changed fact, long sequence) {
        Account before = account(fact.handle());
        Violation.unless(fact.previous() == before.last(), "I4: a broken back-chain");
        Violation.unless(fact.version() == before.version() + 1, "I4: a version is left out");
        Violation.unless(fact.held() == 0 && fact.incoming() == 0, "I2: something is held");
        Violation.unless(before.state() != CLOSED, "I10: a closed account changes");
        BigInteger posted = BigInteger.valueOf(fact.posted());
        Violation.unless(posted.equals(before.posted()), "I5: no transfer, another balance");
        put(before.with(fact.state(), fact.limit(), posted, sequence), false);
    }

    private Transfer move(Fact.Moved fact, long sequence) {
        Account from = account(fact.from().handle());
        Account to = account(fact.to().handle());
        String refusal = refusal(from, to, fact.currency(), fact.amount());
        Violation.unless(refusal.isEmpty(), "I10: money moved in spite of " + refusal);
        BigInteger amount = BigInteger.valueOf(fact.amount());
        Account fromAfter = move(from, fact.from(), from.posted().subtract(amount), sequence);
        Account toAfter = move(to, fact.to(), to.posted().add(amount), sequence);
        Violation.unless(sums.get(from.currency()).signum() == 0, "I1: the sum is not zero");
        return new Transfer(
                fact.id(),
                from.id(),
                to.id(),
                fact.amount(),
                "",
                from.text(fromAfter.posted()),
                to.text(toAfter.posted()));
    }

    private Account move(Account before, Fact.Side side, BigInteger posted, long sequence) {
        Violation.unless(side.previous() == before.last(), "I4: a broken back-chain");
        Violation.unless(side.levels() == levels(before.version() + 1), "I4: wrong links");
        Violation.unless(
                BigInteger.valueOf(side.posted()).equals(posted), "I5: an unexpected balance");
        Account after = before.with(before.state(), before.limit().longValue(), posted, sequence);
        put(after, false);
        return after;
    }

    private Transfer refuse(Fact.Refused fact) {
        String from = fact.from() == 0 ? fact.fromId() : account(fact.from()).id();
        String to = fact.to() == 0 ? fact.toId() : account(fact.to()).id();
        String expected = expected(from, to, fact.currency(), fact.amount());
        String word = REFUSALS.get(fact.code());
        Violation.unless(word.equals(expected), word + " was logged, and not " + expected);
        return new Transfer(fact.id(), from, to, fact.amount(), word, "", "");
    }

    private String expected(String from, String to, int currency, long amount) {
        if (find(from).isEmpty()) {
            return "source-not-found";
        }
        return find(to).map(account -> refusal(byId.get(from), account, currency, amount))
                .orElse("destination-not-found");
    }

    private static String refusal(Account from, Account to, int currency, long amount) {
        if (from.state() == CLOSED) {
            return "source-closed";
        }
        if ((from.state() & DEBIT) != 0) {
            return "source-frozen";
        }
        if (to.state() == CLOSED) {
            return "destination-closed";
        }
        if ((to.state() & CREDIT) != 0) {
            return "destination-frozen";
        }
        if (from.currency() != currency || to.currency() != currency) {
            return "currency-mismatch";
        }
        BigInteger available = from.posted().add(from.limit());
        boolean enough = available.compareTo(BigInteger.valueOf(amount)) >= 0;
        return enough || from.kind() != CUSTOMER ? "" : "insufficient-funds";
    }

    private void put(Account account, boolean isNew) {
        Account before = byHandle.put(account.handle(), account);
        Violation.unless(isNew == (before == null), "a handle is used twice");
        byId.put(account.id(), account);
        BigInteger posted = before == null ? BigInteger.ZERO : before.posted();
        sums.merge(account.currency(), account.posted().subtract(posted), BigInteger::add);
        boolean low = account.posted().add(account.limit()).signum() < 0;
        Violation.unless(!low || account.kind() != CUSTOMER, "I3: below the floor");
    }

    private Account account(long handle) {
        Account account = byHandle.get(handle);
        Violation.unless(account != null, "an event names an account that was not opened");
        return account;
    }

    private static int levels(long version) {
        if (version % 64 != 0) {
            return 0;
        }
        return version % 4_096 != 0 ? 1 : 2;
    }
}
