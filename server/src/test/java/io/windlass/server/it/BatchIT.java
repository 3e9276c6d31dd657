package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many transfers in one request, against a real server with three partitions. */
class BatchIT {
    private static final String PATH = "/v1/transfers/batch";
    private static final String LINES = "application/x-ndjson";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> GROUPS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    @TempDir private static Path data;
    private static RunningServer server;
    private static Client http;

    @BeforeAll
    static void start() throws IOException {
        server = Launch.on(data).with("groups.money.partitions=3").startReady();
        http = server.client();
        for (String group : GROUPS) {
            http.put(account(group, "bank"), Bodies.affineAccount("external", "USD")).expect(201);
            http.put(account(group, "purse"), Bodies.affineAccount("customer", "USD")).expect(201);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyItemHasItsOwnOutcomeInOrder() {
        Got got =
                post(
                        inside("a", "o-1", "1.00"),
                        Bodies.transfer("a:purse", "a:bank", "9999.00", "o-2"),
                        Bodies.transfer("a:bank", "a:purse", "1.001", "o-3"),
                        inside("b", "o-4", "1.00"),
                        "7",
                        Bodies.transfer("a:bank", "nobody", "1.00", "o-5"));
        got.expect(200);
        result(got, 0, "o-1", "SUCCEEDED", 200, "");
        result(got, 1, "o-2", "REJECTED", 422, "insufficient-funds");
        result(got, 2, "o-3", "MALFORMED", 400, "amount-scale");
        got.has("/results/2/errors/0/pointer", "/amount").has("/results/2/position", "");
        result(got, 3, "o-4", "SUCCEEDED", 200, "");
        result(got, 4, "", "MALFORMED", 400, "malformed-json");
        assertEquals(6, got.json().at("/results").size());
        http.get("/v1/transfers/o-2?from_account=a:purse").has("/status", "REJECTED");
        http.get("/v1/transfers/o-3?from_account=a:bank").expect(404);
        http.get("/v1/transfers/o-4?from_account=b:bank")
                .has("/status", "SUCCEEDED")
                .has("/position", got.at("/results/3/position"));
    }

    @Test
    void theHeaderHasTheHighestPositionOfEachPartition() {
        List<String> items = new ArrayList<>();
        for (String group : GROUPS) {
            items.add(inside(group, "p-1", "1.00"));
            items.add(inside(group, "p-2", "1.00"));
        }
        Got got = post(items.toArray(new String[0])).expect(200);
        TreeSet<String> partitions = new TreeSet<>();
        String highest =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(partition -> partition + ":" + highest(got, partition))
                        .collect(Collectors.joining(","));
        got.json().at("/results").forEach(result -> partitions.add(partition(result)));
        assertEquals("[1, 2, 3]", partitions.toString());
        assertEquals(highest, got.header("Windlass-Position"));
    }

    @Test
    void anItemAcrossPartitionsGetsItsRefusalAndTheOthersGoOn() {
        Got opened = post(inside("a", "x-0", "1.00"));
        String other =
                GROUPS.stream()
                        .filter(group -> !partitionOf(group).equals(partition(opened, 0)))
                        .findFirst()
                        .orElseThrow();
        Got got =
                post(
                        Bodies.transfer("a:bank", other + ":purse", "1.00", "x-1"),
                        inside(other, "x-2", "1.00"));
        result(got, 0, "x-1", "REJECTED", 501, "not-supported-across-partitions");
        result(got, 1, "x-2", "SUCCEEDED", 200, "");
    }

    @Test
    void oneIdTwiceInABatchIsExecutedOnce() {
        Got got =
                post(
                        inside("c", "i-1", "1.00"),
                        inside("c", "i-1", "1.00"),
                        inside("c", "i-1", "2.00"));
        result(got, 0, "i-1", "SUCCEEDED", 200, "");
        result(got, 1, "i-1", "SUCCEEDED", 200, "");
        result(got, 2, "i-1", "REJECTED", 422, "idempotency-mismatch");
        got.has("/results/0/replayed", "").has("/results/1/replayed", "true");
        got.has("/results/1/position", got.at("/results/0/position"));
        http.get("/v1/transfers/i-1?from_account=c:bank").has("/amount", "1.00");
        Got again = post(inside("c", "i-1", "1.00"));
        result(again, 0, "i-1", "SUCCEEDED", 200, "");
        again.has("/results/0/replayed", "true");
        again.has("/results/0/position", got.at("/results/0/position"));
    }

    @Test
    void onlyABadEnvelopeIsABadRequest() {
        malformed("", "malformed-json");
        malformed("{\"transfers\":[{]}", "malformed-json");
        malformed("{\"transfers\":[]}x", "malformed-json");
        malformed("[]", "malformed-json");
        malformed("{}", "invalid-field");
        malformed("{\"transfers\":{}}", "invalid-field");
        malformed("{\"transfers\":null}", "invalid-field");
        malformed("{\"transfers\":[],\"transfers\":[]}", "malformed-json");
        malformed("{\"transfers\":[],\"atomic\":true}", "unknown-field");
        http.post(PATH + "?x=1", "{\"transfers\":[]}")
                .problem(400, "unknown-field", "not-executed", "never");
        assertEquals(0, post().expect(200).json().at("/results").size());
    }

    @Test
    void tooManyItemsAreRefusedBeforeAnyIsExecuted() {
        String[] items = new String[8_193];
        for (int i = 0; i < items.length; i++) {
            items[i] = inside("d", "m-" + i, "1.00");
        }
        post(items).problem(413, "batch-too-large", "not-executed", "never");
        http.get("/v1/transfers/m-0?from_account=d:bank").expect(404);
        String large = "{\"transfers\":[" + " ".repeat(4 << 20) + "]}";
        http.post(PATH, large).problem(413, "body-too-large", "not-executed", "never");
    }

    @Test
    void aStreamIsAnsweredLineForLine() {
        int count = 20_000;
        String lines =
                IntStream.range(0, count)
                        .mapToObj(i -> inside(GROUPS.get(i % 8), "s-" + i, "1.00"))
                        .collect(Collectors.joining("\n"));
        Got got = http.send("POST", PATH, LINES, lines).expect(200);
        assertEquals(LINES, got.header("Content-Type"));
        List<String> results = got.body().lines().toList();
        assertEquals(count, results.size());
        for (int i = 0; i < count; i++) {
            JsonNode result = read(results.get(i));
            assertEquals("s-" + i, result.at("/transaction_id").asText());
            assertEquals("SUCCEEDED", result.at("/status").asText(), results.get(i));
        }
        Got again = http.send("POST", PATH, LINES, lines).expect(200);
        String withoutMark = again.body().replace(",\"replayed\":true", "");
        assertEquals(got.body(), withoutMark);
        http.get("/v1/audit/trial-balance").has("/balanced", "true");
    }

    private static void malformed(String body, String code) {
        http.post(PATH, body).problem(400, code, "not-executed", "never");
    }

    private static void result(
            Got got, int index, String id, String status, int http, String code) {
        String at = "/results/" + index;
        got.has(at + "/transaction_id", id)
                .has(at + "/status", status)
                .has(at + "/http_status", Integer.toString(http))
                .has(at + "/code", code);
    }

    private static long highest(Got got, int partition) {
        long highest = 0;
        for (JsonNode result : got.json().at("/results")) {
            if (partition(result).equals(Integer.toString(partition))) {
                String position = result.at("/position").asText();
                highest = Math.max(highest, Long.parseLong(position.split(":", 2)[1]));
            }
        }
        return highest;
    }

    private static String partition(JsonNode result) {
        return result.at("/position").asText().split(":", 2)[0];
    }

    private static String partition(Got got, int index) {
        return partition(got.json().at("/results/" + index));
    }

    private static String partitionOf(String group) {
        Got bank = http.get(account(group, "bank")).expect(200);
        return bank.at("/last_position").split(":", 2)[0];
    }

    private static String inside(String group, String id, String amount) {
        return Bodies.transfer(group + ":bank", group + ":purse", amount, id);
    }

    private static String account(String group, String name) {
        return "/v1/accounts/" + group + ":" + name;
    }

    private static Got post(String... items) {
        return http.post(PATH, "{\"transfers\":[" + String.join(",", items) + "]}");
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
