package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What clients know of one partition: each answer that was ever given, by position. Thread-safe.
 *
 * <p>Where every position up to the newest one has been told to somebody, no event was lost and
 * none is there twice.
 */
final class Books {
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Map<Long, Entry> byPosition = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> balances = new HashMap<>();

    /** An order and its first answer. */
    record Entry(Order order, Got answer) {
        long position() {
            return Long.parseLong(answer.at("/position").split(":", 2)[1]);
        }
    }

    /** Notes that the account exists. */
    synchronized void opened(String account) {
        balances.put(account, 0L);
    }

    /**
     * Takes a final answer down; a second one to the same order must be the first, letter by
     * letter.
     */
    synchronized void take(Order order, Got answer) {
        assertTrue(answer.status() == 200 || answer.status() == 422, answer.body());
        Entry entry = new Entry(order, answer);
        Entry known = byPosition.putIfAbsent(entry.position(), entry);
        if (known != null) {
            assertEquals(known.order(), order, "one position, two orders");
            assertEquals(known.answer().body(), answer.body());
            assertEquals(known.answer().status(), answer.status());
            return;
        }
        entries.add(entry);
        notifyAll();
        if (answer.status() == 200) {
            answer.has("/status", "SUCCEEDED");
            balances.merge(order.from(), -order.cents(), Long::sum);
            balances.merge(order.to(), order.cents(), Long::sum);
        } else {
            answer.problem(422, "insufficient-funds", "rejected", "new-id");
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

    /** Compares every balance and every position with the server's. */
    synchronized void mustMatch(Client http) {
        Got trial = http.get("/v1/audit/trial-balance").expect(200).has("/balanced", "true");
        long last = Long.parseLong(trial.at("/partitions/0/position").split(":", 2)[1]);
        // The other events are the opening of the accounts and, first of all, the currencies.
        assertEquals(entries.size() + balances.size() + 1, last, "events nobody was told of");
        long sum = 0;
        for (Map.Entry<String, Long> balance : balances.entrySet()) {
            Got got = http.get("/v1/accounts/" + balance.getKey() + "/balance").expect(200);
            long cents = new BigDecimal(got.at("/posted")).movePointRight(2).longValueExact();
            assertEquals(balance.getValue(), cents, balance.getKey());
            sum += cents;
        }
        assertEquals(0, sum);
    }
}
