package io.windlass.server.it;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.windlass.edge.binary.TransferResult;
import io.windlass.edge.client.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Transfers between a bank and some customers, many in flight, and what comes of them. Runs on the
 * client's loop; read when it is over.
 */
final class Traffic {
    static final int TRANSFERS = 12_000;

    private static final int CUSTOMERS = 6;
    private static final int IN_FLIGHT = 300;
    private static final int AMOUNT_MAX = 5_000;
    private static final int MARKS = 4;
    private static final int PATIENCE_SECONDS = 60;

    private final io.windlass.edge.client.Client client;
    private final List<Account> accounts;
    private final long[] balances = new long[CUSTOMERS + 1];
    private final List<CountDownLatch> marks = new ArrayList<>();
    private final Promise<Void> over = Promise.promise();
    private final Random random = new Random(7);
    private int sent;
    private int answers;
    private int refused;

    /** Between these accounts, of which the first is the bank. */
    Traffic(io.windlass.edge.client.Client client, List<Account> accounts) {
        this.client = client;
        this.accounts = accounts;
        for (int i = 0; i < MARKS; i++) {
            marks.add(new CountDownLatch(1));
        }
    }

    /** Opens the accounts, and tells their names. */
    static List<String> open(Client http) {
        List<String> names = new ArrayList<>();
        http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
        names.add("bank");
        for (int i = 0; i < CUSTOMERS; i++) {
            String name = "customer-" + i;
            http.put("/v1/accounts/" + name, Bodies.account("customer")).expect(201);
            names.add(name);
        }
        return names;
    }

    /** Sends all, and ends with the last answer. */
    Future<Void> run() {
        while (sent < IN_FLIGHT) {
            send();
        }
        return over.future();
    }

    /** Waits, on another thread, until so many quarters have their answers. */
    void awaitQuarters(int quarters) throws InterruptedException {
        if (!marks.get(quarters - 1).await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the answers stay away");
        }
    }

    int answers() {
        return answers;
    }

    int refused() {
        return refused;
    }

    /** What an account has to have, in cents. */
    long balance(int account) {
        return balances[account];
    }

    private void send() {
        sent++;
        int to = 1 + random.nextInt(CUSTOMERS);
        int from =
                random.nextInt(3) == 0 ? 0 : 1 + (to + random.nextInt(CUSTOMERS - 1)) % CUSTOMERS;
        int amount = 1 + random.nextInt(AMOUNT_MAX);
        client.transfer(UUID.randomUUID(), accounts.get(from), accounts.get(to), amount)
                .onSuccess(result -> take(result, from, to, amount))
                .onFailure(over::tryFail);
    }

    private void take(TransferResult result, int from, int to, int amount) {
        answers++;
        if (result.code() == 0) {
            balances[from] -= amount;
            balances[to] += amount;
        } else {
            refused++;
        }
        if (answers % (TRANSFERS / MARKS) == 0) {
            marks.get(answers / (TRANSFERS / MARKS) - 1).countDown();
        }
        if (sent < TRANSFERS) {
            send();
        } else if (answers == TRANSFERS) {
            over.tryComplete();
        }
    }
}
