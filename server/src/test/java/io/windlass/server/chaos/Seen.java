package io.windlass.server.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.windlass.server.it.Client;
import io.windlass.server.it.Got;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a server of one partition shows of its state.
 *
 * @param events how many events it has
 * @param isBalanced what it says of its own trial balance
 * @param cents the balance of each account
 * @param fates what it says became of orders
 */
record Seen(long events, boolean isBalanced, Map<String, Long> cents, List<Fate> fates) {
    private static final String BATCH_PATH = "/v1/transfers/batch";
    private static final int BATCH = 8_000;

    /**
     * What became of one order.
     *
     * @param isDone whether money moved
     */
    record Fate(String id, boolean isDone, long position) {}

    /**
     * Asks a server. The orders are sent once more, since a second answer tells what the first one
     * was; balances are read before, so that an order that is executed only now cannot hide.
     */
    static Seen of(Client http, List<String> accounts, List<Order> orders) {
        Got trial = http.get("/v1/audit/trial-balance").expect(200);
        Map<String, Long> cents = new HashMap<>();
        for (String account : accounts) {
            Got got = http.get("/v1/accounts/" + account + "/balance").expect(200);
            BigDecimal posted = new BigDecimal(got.at("/posted"));
            cents.put(account, posted.movePointRight(2).longValueExact());
        }
        List<Fate> fates = new ArrayList<>();
        for (int from = 0; from < orders.size(); from += BATCH) {
            List<Order> some = orders.subList(from, Math.min(from + BATCH, orders.size()));
            fates.addAll(fates(http, some));
        }
        boolean isBalanced = trial.at("/balanced").equals("true");
        return new Seen(sequence(trial.at("/partitions/0/position")), isBalanced, cents, fates);
    }

    private static List<Fate> fates(Client http, List<Order> orders) {
        String items = orders.stream().map(Order::body).collect(Collectors.joining(","));
        Got got = http.post(BATCH_PATH, "{\"transfers\":[" + items + "]}").expect(200);
        List<Fate> fates = new ArrayList<>();
        for (JsonNode result : got.json().at("/results")) {
            boolean isDone = result.at("/status").asText().equals("SUCCEEDED");
            String id = result.at("/transaction_id").asText();
            fates.add(new Fate(id, isDone, sequence(result.at("/position").asText())));
        }
        return fates;
    }

    /** The number behind the partition, 0 where there is no position. */
    private static long sequence(String position) {
        return position.isEmpty() ? 0 : Long.parseLong(position.split(":", 2)[1]);
    }
}
