package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that move money inside one partition, and every answer they got, by position.
 *
 * <p>Where every position has been told to somebody, no event was lost and none is there twice.
 */
final class GroupLoad implements AutoCloseable {
    private static final int CLIENTS = 4;
    private static final int ACCOUNTS = 6;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final String group;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> clients = new ArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final List<String> accounts = new ArrayList<>();
    private final NavigableMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
    private int answers;
    private volatile boolean stops;

    /** A transfer and its first answer; cents move only if it succeeded. */
    record Entry(String from, String to, long cents, String id, Got answer) {
        String body() {
            return GroupLoad.body(from, to, cents, id);
        }
    }

    /** Clients whose accounts have ids that begin alike, {@code a:} or nothing. */
    GroupLoad(String group) {
        this.group = group;
    }

    /** Opens the accounts; returns the partition they are in. */
    int open(Client http) {
        int partition = 0;
        for (int i = 0; i <= ACCOUNTS; i++) {
            String kind = i == 0 ? "external" : "customer";
            String body =
                    group.isEmpty() ? Bodies.account(kind) : Bodies.affineAccount(kind, "USD");
            accounts.add(group + i);
            Got opened = http.put("/v1/accounts/" + group + i, body).expect(201);
            partition = Integer.parseInt(opened.at("/last_position").split(":", 2)[0]);
        }
        return partition;
    }

    /** Starts the clients. */
    void start(Client http) {
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(i);
            clients.add(
                    threads.submit(
                            () -> {
                                while (!stops) {
                                    pay(http, random);
                                }
                            }));
        }
    }

    /** Waits until so many transfers have their answer, all since the start counted. */
    synchronized void await(int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (answers < count) {
            assertTrue(System.nanoTime() < end, "the clients get no answers");
            wait(1_000);
        }
    }

    /** Waits until so many more transfers have their answer. */
    synchronized void awaitMore(int count) throws InterruptedException {
        await(answers + count);
    }

    /** Stops the clients when they have their answers. */
    void stop() throws Exception {
        stops = true;
        for (Future<?> client : clients) {
            client.get(60, TimeUnit.SECONDS);
        }
    }

    /** The newest position that somebody was told. */
    long newest() {
        return entries.lastKey();
    }

    /** All answers behind a position. */
    Iterable<Entry> after(long position) {
        return entries.tailMap(position, false).values();
    }

    /** Every answer up to a position stands, once, and every balance is what they make of it. */
    void mustMatch(Client http, long last, int otherAccounts) {
        NavigableMap<Long, Entry> told = entries.headMap(last, true);
        // The other events are the opening of the accounts and, first of all, the currencies.
        assertEquals(
                told.size() + accounts.size() + otherAccounts + 1,
                last,
                "events nobody was told of");
        told.values().parallelStream().forEach(entry -> stands(http, entry));
        Map<String, Long> balances = new TreeMap<>();
        accounts.forEach(account -> balances.put(account, 0L));
        for (Entry entry : told.values()) {
            if (entry.answer.status() == 200) {
                balances.merge(entry.from, -entry.cents, Long::sum);
                balances.merge(entry.to, entry.cents, Long::sum);
            }
        }
        balances.forEach(
                (account, cents) -> {
                    Got got = http.get("/v1/accounts/" + account + "/balance").expect(200);
                    BigDecimal posted = new BigDecimal(got.at("/posted"));
                    assertEquals(cents, posted.movePointRight(2).longValueExact(), account);
                });
    }

    /** A transfer nobody has sent yet; returns its position. */
    String payOnce(Client http, String id) {
        return http.post(Bodies.TRANSFER_PATH, body(accounts.get(0), accounts.get(1), 1, id))
                .expect(200)
                .at("/position");
    }

    int accounts() {
        return accounts.size();
    }

    @Override
    public void close() {
        stops = true;
        threads.shutdownNow();
    }

    private void pay(Client http, Random random) {
        int from = random.nextInt(3) == 0 ? 0 : random.nextInt(accounts.size());
        int to = (from + 1 + random.nextInt(ACCOUNTS)) % accounts.size();
        long cents = 1L + random.nextInt(5_000);
        // As long as an id may be, so that the log grows faster.
        String id = String.format("k-%062d", ids.incrementAndGet());
        String payer = accounts.get(from);
        String payee = accounts.get(to);
        Got answer = http.post(Bodies.TRANSFER_PATH, body(payer, payee, cents, id));
        assertTrue(answer.status() == 200 || answer.status() == 422, answer.body());
        long position = Long.parseLong(answer.at("/position").split(":", 2)[1]);
        entries.put(position, new Entry(payer, payee, cents, id, answer));
        answered();
    }

    private synchronized void answered() {
        answers++;
        notifyAll();
    }

    private static void stands(Client http, Entry entry) {
        Got again = http.post(Bodies.TRANSFER_PATH, entry.body());
        assertEquals(entry.answer.body(), again.body());
        assertTrue(again.isReplay(), again.body());
    }

    private static String body(String from, String to, long cents, String id) {
        return Bodies.transfer(from, to, BigDecimal.valueOf(cents, 2).toPlainString(), id);
    }
}
