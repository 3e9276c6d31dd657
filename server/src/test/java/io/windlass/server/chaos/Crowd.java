package io.windlass.server.chaos;

import io.windlass.server.it.Bodies;
import io.windlass.server.it.Client;
import io.windlass.server.it.Got;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Many clients at the same moment, each of which wants one transfer and asks until it has it. */
final class Crowd {
    private final List<Order> refused = new ArrayList<>();
    private final List<Got> refusals = new ArrayList<>();
    private final Books books;

    Crowd(Books books) {
        this.books = books;
    }

    /** Sends all orders at once and waits for all answers; whoever was done is in the books. */
    void ask(Client http, List<Order> orders) {
        List<CompletableFuture<Got>> answers = new ArrayList<>();
        for (Order order : orders) {
            answers.add(http.startPost(Bodies.TRANSFER_PATH, order.body()));
        }
        refused.clear();
        for (int i = 0; i < orders.size(); i++) {
            Got got = answers.get(i).join();
            if (got.status() == 503) {
                refused.add(orders.get(i));
                refusals.add(got);
            } else {
                books.take(orders.get(i), got);
            }
        }
    }

    /** Whoever the node was too full for the last time. */
    List<Order> refused() {
        return List.copyOf(refused);
    }

    /** What they were told, each time. */
    List<Got> refusals() {
        return List.copyOf(refusals);
    }
}
