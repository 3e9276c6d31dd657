package io.windlass.server.chaos;

import io.vertx.core.Vertx;
import io.windlass.server.it.Bodies;
import io.windlass.server.it.Client;
import io.windlass.server.it.Got;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that move money, all at the same time, by both ports, until the server dies under them.
 */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final int ACCOUNTS = 12;
    private static final String BANK = "bank";

    private final Books books;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicLong ids = new AtomicLong();

    private final Vertx vertx = Vertx.vertx();
    private final long seed;
    private Optional<Teller> last = Optional.empty();

    Load(Books books, long seed) {
        this.books = books;
        this.seed = seed;
    }

    /** Opens the accounts that the clients use. */
    void openAccounts(Client http) {
        http.put("/v1/accounts/" + BANK, Bodies.account("external")).expect(201);
        books.opened(BANK);
        for (int i = 0; i < ACCOUNTS; i++) {
            http.put("/v1/accounts/" + customer(i), Bodies.account("customer")).expect(201);
            books.opened(customer(i));
        }
    }

    /** Starts all clients; each ends with the order it has no answer to. */
    List<Future<Order>> start(Client http, int cycle) {
        List<Future<Order>> clients = new ArrayList<>();
        Teller teller = teller(http);
        last = Optional.of(teller);
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random((seed + cycle) * CLIENTS + i);
            boolean isPacked = i % 2 == 0;
            Callable<Order> client = () -> orderUntilItDies(http, teller, isPacked, random);
            clients.add(threads.submit(client));
        }
        return clients;
    }

    /**
     * Ends the clients of a server that has died, then asks the next one what came of it. They have
     * read what the dead one sent while the next one started, and need not wait for more.
     */
    void resolve(List<Future<Order>> clients, Client next) {
        last.ifPresent(Teller::close);
        last = Optional.empty();
        for (Future<Order> client : clients) {
            try {
                Order open = client.get();
                books.take(open, next.post(Bodies.TRANSFER_PATH, open.body()));
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError("a client has failed", e);
            }
        }
    }

    /** A client of the binary port of this life of the server. */
    Teller teller(Client http) {
        return new Teller(vertx, http, books.accounts());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        vertx.close().await();
    }

    private Order orderUntilItDies(Client http, Teller teller, boolean isPacked, Random random) {
        Optional<Order> unanswered = Optional.empty();
        while (unanswered.isEmpty()) {
            Order order = next(random, isPacked);
            boolean twice = random.nextInt(10) == 0;
            if (isPacked) {
                unanswered = sendPacked(http, teller, order, twice);
            } else {
                unanswered = twice ? sendTwice(http, order) : send(http, order);
            }
        }
        return unanswered.get();
    }

    /** The impatient one sends the same order by HTTP before the answer. */
    private Optional<Order> sendPacked(Client http, Teller teller, Order order, boolean twice) {
        var started = teller.start(order);
        Optional<Order> second = twice ? send(http, order) : Optional.empty();
        Optional<Got> answer = teller.answer(order, started);
        answer.ifPresent(got -> books.take(order, got));
        return answer.isPresent() ? second : Optional.of(order);
    }

    private Optional<Order> send(Client http, Order order) {
        try {
            books.take(order, http.tryPost(Bodies.TRANSFER_PATH, order.body()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(order);
        }
    }

    /** An impatient client: the same order again before the first answer. */
    private Optional<Order> sendTwice(Client http, Order order) {
        var first = http.startPost(Bodies.TRANSFER_PATH, order.body());
        Optional<Order> second = send(http, order);
        try {
            books.take(order, first.join());
            return second;
        } catch (CompletionException e) {
            return Optional.of(order);
        }
    }

    private Order next(Random random, boolean isPacked) {
        int to = random.nextInt(ACCOUNTS);
        boolean salary = random.nextInt(3) == 0;
        int from = (to + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        String payer = salary ? BANK : customer(from);
        long number = ids.incrementAndGet();
        String id = isPacked ? new UUID(seed, number).toString() : "k-" + number;
        return new Order(payer, customer(to), 1 + random.nextInt(5_000), id);
    }

    private static String customer(int number) {
        return "customer-" + number;
    }
}
