package io.windlass.server.chaos;

import io.windlass.server.it.Bodies;
import io.windlass.server.it.Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that move money, all at the same time, until the server dies under them. */
final class Load implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final int ACCOUNTS = 12;
    private static final String BANK = "bank";

    private final Books books;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicLong ids = new AtomicLong();

    private final long seed;

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
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random((seed + cycle) * CLIENTS + i);
            Callable<Order> client = () -> orderUntilItDies(http, random);
            clients.add(threads.submit(client));
        }
        return clients;
    }

    /** Waits for the clients of a server that has died, then asks the next one what came of it. */
    void resolve(List<Future<Order>> clients, Client next) {
        for (Future<Order> client : clients) {
            try {
                Order open = client.get();
                books.take(open, next.post(Bodies.TRANSFER_PATH, open.body()));
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError("a client has failed", e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Order orderUntilItDies(Client http, Random random) {
        Optional<Order> unanswered = Optional.empty();
        while (unanswered.isEmpty()) {
            Order order = next(random);
            boolean twice = random.nextInt(10) == 0;
            unanswered = twice ? sendTwice(http, order) : send(http, order);
        }
        return unanswered.get();
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

    private Order next(Random random) {
        int to = random.nextInt(ACCOUNTS);
        boolean salary = random.nextInt(3) == 0;
        int from = (to + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS;
        String payer = salary ? BANK : customer(from);
        return new Order(
                payer, customer(to), 1 + random.nextInt(5_000), "k-" + ids.incrementAndGet());
    }

    private static String customer(int number) {
        return "customer-" + number;
    }
}
