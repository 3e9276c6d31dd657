package io.windlass.server.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.windlass.server.it.Bodies;
import io.windlass.server.it.Client;
import io.windlass.server.it.Got;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A bank that pays one customer, in batches: no rule ever says no. */
final class Salaries {
    private static final String BANK = "bank";
    private static final String ALICE = "alice";
    private static final int BATCH = 500;
    private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final Books books;
    private long next = 1;

    Salaries(Books books) {
        this.books = books;
    }

    void openAccounts(Client http) {
        http.put("/v1/accounts/" + BANK, Bodies.account("external")).expect(201);
        books.opened(BANK);
        http.put("/v1/accounts/" + ALICE, Bodies.account("customer")).expect(201);
        books.opened(ALICE);
    }

    /** The next one. */
    Order next() {
        return new Order(BANK, ALICE, 1, "salary-" + next++);
    }

    /** Sends one by itself and takes its answer down if it is final. */
    Got pay(Client http, Order order) {
        Got got = http.post(Bodies.TRANSFER_PATH, order.body());
        if (got.status() == 200) {
            books.take(order, got);
        }
        return got;
    }

    /** Pays until the node has no space; returns what was not executed. */
    List<Order> untilFull(Client http) {
        List<Order> refused = new ArrayList<>();
        while (refused.isEmpty()) {
            List<Order> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(next());
            }
            String items = batch.stream().map(Order::body).collect(Collectors.joining(","));
            Got got = http.post("/v1/transfers/batch", "{\"transfers\":[" + items + "]}");
            JsonNode results = got.expect(200).json().at("/results");
            for (int i = 0; i < BATCH; i++) {
                JsonNode result = results.get(i);
                if (result.at("/code").asText().equals("storage-full")) {
                    refused.add(batch.get(i));
                } else {
                    int status = result.at("/http_status").asInt();
                    books.take(batch.get(i), new Got(status, NONE, result.toString()));
                }
            }
        }
        return refused;
    }
}
