package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
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
    private final List<String> accounts = new ArrayList<>();

    /** An order and its first answer. */
    record Entry(Order order, Got answer) {
        long position() {
            return Long.parseLong(answer.at("/position").split(":", 2)[1]);
        }

        /** The same order again gets the first answer, the same id with another amount does not. */
        void stands(Client http) {
            Got again = http.post(Bodies.TRANSFER_PATH, order.body());
            assertEquals(answer.body(), again.body());
            assertEquals(answer.status(), again.status());
            assertTrue(again.isReplay(), again.body());
            if (position() % 8 == 0) {
                Order other = new Order(order.from(), order.to(), order.cents() + 1, order.id());
                http.post(Bodies.TRANSFER_PATH, other.body())
                        .problem(422, "idempotency-mismatch", "not-executed", "new-id");
                http.get("/v1/transfers/" + order.id() + "?from_account=" + order.from())
                        .expect(200)
                        .has("/position", answer.at("/position"));
            }
        }
    }

    /** Notes that the account exists. */
    synchronized void opened(String account) {
        accounts.add(account);
    }

    /** Notes that the partition has the accounts of other books as well, which nobody uses. */
    synchronized void openedOthers(Books others) {
        accounts.addAll(others.accounts);
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
        mustMatch(http, Long.parseLong(trial.at("/partitions/0/position").split(":", 2)[1]));
    }

    /** The same for a server that has nothing behind a position of the partition. */
    synchronized void mustMatch(Client http, long last) {
        List<Entry> told = entries.stream().filter(entry -> entry.position() <= last).toList();
        // The other events are the opening of the accounts and, first of all, the currencies.
        assertEquals(told.size() + accounts.size() + 1, last, "events nobody was told of");
        Map<String, Long> balances = new TreeMap<>();
        accounts.forEach(account -> balances.put(account, 0L));
        for (Entry entry : told) {
            if (entry.answer().status() == 200) {
                balances.merge(entry.order().from(), -entry.order().cents(), Long::sum);
                balances.merge(entry.order().to(), entry.order().cents(), Long::sum);
            }
        }
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
