package io.windlass.server.chaos;

import io.windlass.server.chaos.Finding.Kind;
import io.windlass.server.it.Got;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What clients know of one partition: each answer that was ever given. Thread-safe.
 *
 * <p>Where every position up to the newest one has been told to somebody, no event was lost and
 * none is there twice.
 */
final class Books {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    /** The first event of a partition is the list of currencies. */
    private static final int GENESIS_EVENTS = 1;

    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<Long, Entry> byPosition = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> balances = new LinkedHashMap<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    /** Notes that the account exists. */
    synchronized void opened(String account) {
        balances.put(account, 0L);
    }

    /**
     * Takes a final answer down; a second one to the same order must be the first, letter by
     * letter.
     */
    synchronized void take(Order order, Got answer) {
        Entry entry = new Entry(order, answer);
        if (!entry.isFinal()) {
            find(Kind.WRONG, order.id(), "was answered " + answer.status() + " " + answer.body());
            return;
        }
        Entry first = byId.putIfAbsent(order.id(), entry);
        if (first != null) {
            again(first, entry);
            return;
        }
        Entry before = byPosition.put(entry.position(), entry);
        if (before != null) {
            find(Kind.LOST, before.order().id(), order.id() + " has its position now");
        }
        entries.add(entry);
        notifyAll();
        if (entry.isDone()) {
            balances.merge(order.from(), -order.cents(), Long::sum);
            balances.merge(order.to(), order.cents(), Long::sum);
        }
    }

    /** Waits for so many orders to have their answer; false if it takes too long. */
    synchronized boolean awaitSize(int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (entries.size() < count && System.nanoTime() < end) {
            wait(1_000);
        }
        return entries.size() >= count;
    }

    /** How many orders have their answer. */
    synchronized int size() {
        return entries.size();
    }

    /** All of them, in the order they came. */
    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** All orders that have an answer. */
    synchronized List<Order> orders() {
        return entries.stream().map(Entry::order).toList();
    }

    /** All accounts. */
    synchronized List<String> accounts() {
        return List.copyOf(balances.keySet());
    }

    /** Compares everything that was told with everything that a server shows. */
    synchronized void compare(Seen seen) {
        compareSums(seen);
        Map<String, List<Seen.Fate>> fates =
                seen.fates().stream().collect(Collectors.groupingBy(Seen.Fate::id));
        entries.forEach(entry -> compare(entry, fates.getOrDefault(entry.order().id(), List.of())));
    }

    /** Compares the number of events and the balances. */
    synchronized void compareSums(Seen seen) {
        long extra = seen.events() - entries.size() - balances.size() - GENESIS_EVENTS;
        if (extra > 0) {
            find(Kind.DOUBLED, "events", extra + " are there that nobody was told of");
        } else if (extra < 0) {
            find(Kind.LOST, "events", -extra + " that somebody was told of are gone");
        }
        if (!seen.isBalanced()) {
            find(Kind.WRONG, "trial balance", "is not balanced");
        }
        balances.forEach(
                (account, cents) -> {
                    Long shown = seen.cents().get(account);
                    if (!cents.equals(shown)) {
                        find(Kind.WRONG, account, "has " + shown + ", should have " + cents);
                    }
                });
    }

    /** Notes what somebody else has found. */
    synchronized void find(Kind kind, String subject, String what) {
        findings.putIfAbsent(kind + " " + subject, new Finding(kind, subject, what));
    }

    /** Whatever must not be, the first word about each subject. */
    synchronized List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    private void again(Entry first, Entry again) {
        String id = first.order().id();
        if (first.position() != again.position()) {
            find(Kind.DOUBLED, id, "is at " + first.position() + " and " + again.position());
        } else if (!first.answer().body().equals(again.answer().body())
                || first.answer().status() != again.answer().status()) {
            find(Kind.WRONG, id, first.answer().body() + " became " + again.answer().body());
        }
    }

    private void compare(Entry entry, List<Seen.Fate> fates) {
        String id = entry.order().id();
        if (fates.isEmpty()) {
            find(Kind.LOST, id, "is not there");
        }
        for (Seen.Fate fate : fates) {
            if (entry.isRefused() && fate.isDone()) {
                find(Kind.WRONG, id, "was refused and has been executed");
            } else if (entry.isDone() && !fate.isDone()) {
                find(Kind.LOST, id, "was acknowledged and has not been executed");
            } else if (entry.position() != fate.position()) {
                find(Kind.LOST, id, "was at " + entry.position() + ", is at " + fate.position());
            }
        }
    }
}
