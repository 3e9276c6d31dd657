package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A money group of three partitions: what stays inside one works, what crosses is told so. */
class ThreePartitionsIT {
    private static final List<String> GROUPS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    @TempDir private Path data;

    @Test
    void transfersStayInsideAPartitionAndCurrenciesReachAll() throws IOException {
        try (RunningServer server = start("groups.money.partitions=3")) {
            Client http = server.client();
            http.get("/v1/info").expect(200).has("/groups/0/partitions", "3");
            assertEquals(Set.of("1", "2", "3"), openInEveryGroup(http, "USD"));
            transferInside(http, "USD", "i");
            crossing(http);
            http.put("/v1/currencies/XYZ", "{\"scale\":0,\"name\":\"Point\"}").expect(201);
            assertEquals(Set.of("1", "2", "3"), openInEveryGroup(http, "XYZ"));
            booksBalance(http);
            assertEquals(0, server.terminate(), server::stderr);
        }
        // The count of the first start stands, whatever is set later.
        try (RunningServer server = start("groups.money.partitions=1")) {
            Client http = server.client();
            http.get("/v1/info").expect(200).has("/groups/0/partitions", "3");
            transferInside(http, "XYZ", "j");
            crossing(http);
            booksBalance(http);
            server.kill();
        }
        try (RunningServer server = start("groups.money.partitions=5")) {
            booksBalance(server.client());
            server.client().get("/v1/info").has("/groups/0/partitions", "3");
        }
    }

    private RunningServer start(String setting) throws IOException {
        return Launch.on(data).with(setting).with("log.segment.bytes=1048576").startReady();
    }

    /** Opens a mint and a purse in each group; returns the partitions they are in. */
    private static Set<String> openInEveryGroup(Client http, String currency) {
        Set<String> partitions = new HashSet<>();
        for (String group : GROUPS) {
            String mint = "/v1/accounts/" + group + ":mint-" + currency;
            String purse = "/v1/accounts/" + group + ":purse-" + currency;
            Got opened = http.put(mint, Bodies.affineAccount("external", currency)).expect(201);
            http.put(purse, Bodies.affineAccount("customer", currency)).expect(201);
            partitions.add(opened.header("Windlass-Position").split(":", 2)[0]);
        }
        return partitions;
    }

    private static void transferInside(Client http, String currency, String prefix) {
        for (String group : GROUPS) {
            String mint = group + ":mint-" + currency;
            String purse = group + ":purse-" + currency;
            String id = prefix + "-" + group;
            String body = Bodies.transfer(mint, purse, "7", currency, id);
            http.post("/v1/transfers", body).expect(200);
            http.get("/v1/transfers/" + id + "?from_account=" + mint)
                    .expect(200)
                    .has("/status", "SUCCEEDED");
        }
    }

    private static void crossing(Client http) {
        String from = partitionOf(http, "a");
        String other =
                GROUPS.stream()
                        .filter(group -> !partitionOf(http, group).equals(from))
                        .findFirst()
                        .orElseThrow();
        String body = Bodies.transfer("a:mint-USD", other + ":purse-USD", "1.00", "c-1");
        http.post("/v1/transfers", body)
                .problem(501, "not-supported-across-partitions", "not-executed", "never");
        http.get("/v1/transfers/c-1?from_account=a:mint-USD").expect(404);
    }

    private static String partitionOf(Client http, String group) {
        Got mint = http.get("/v1/accounts/" + group + ":mint-USD").expect(200);
        return mint.at("/last_position").split(":", 2)[0];
    }

    private static void booksBalance(Client http) {
        Got books = http.get("/v1/audit/trial-balance").expect(200).has("/balanced", "true");
        assertEquals(3, books.json().at("/partitions").size(), books.body());
        for (int i = 0; i < 3; i++) {
            books.has("/partitions/" + i + "/partition", Integer.toString(i + 1));
        }
    }
}
