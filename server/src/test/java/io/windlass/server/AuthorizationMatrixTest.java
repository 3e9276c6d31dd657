package io.windlass.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.edge.access.KeySecret;
import io.windlass.edge.disk.FileDisk;
import io.windlass.kernel.feature.Access;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Endpoint.Scope;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.contract.JsonText;
import io.windlass.server.settings.Setting;
import io.windlass.server.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every endpoint with every set of scopes and of every tenant, on a real node. */
class AuthorizationMatrixTest {
    private static final String OWN = "1";
    private static final String OTHER = "2";
    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);

    @TempDir Path directory;
    private final Map<String, KeySecret> keys = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Node node;
    private int port;

    @BeforeEach
    void start() throws Exception {
        List<String> lines = new ArrayList<>();
        Random random = new Random(11);
        for (Set<Scope> scopes : subsets()) {
            for (String tenant : List.of(OWN, OTHER)) {
                KeySecret secret = KeySecret.draw(random);
                keys.put(tenant + scopes, secret);
                lines.add(secret.key(tenant, words(scopes)).orElseThrow().line());
            }
        }
        Settings settings =
                new Settings(
                        Map.of(
                                Setting.HTTP_PORT, "0",
                                Setting.BINARY_PORT, "0",
                                Setting.HTTP_KEYS, String.join(",", lines),
                                Setting.LOG_SEGMENT_BYTES, "16777216"));
        node = new Node(NodePlan.of(settings, 1), FileDisk.open(directory), cause -> {});
        port = node.start().await();
    }

    @AfterEach
    void stop() {
        node.stop().await();
    }

    @Test
    void aRequestIsServedExactlyWhenTheKeyHasItsScope() throws Exception {
        for (Feature<?> feature : Features.all()) {
            for (Endpoint<?> endpoint : feature.endpoints()) {
                check(endpoint, Map.of(), endpoint.access().scopes().get(0));
                if (endpoint.access() instanceof Access.Raised raised) {
                    for (Access.Condition<?> condition : raised.conditions()) {
                        String name = condition.field().name();
                        check(endpoint, Map.of(name, condition.example()), raised.raised());
                    }
                }
            }
        }
    }

    @Test
    void accountsOfAnotherTenantAreLikeAbsentOnes() throws Exception {
        for (String id : List.of("alice", "bank")) {
            String path = "/v1/accounts/" + id;
            String body = "{\"currency\":\"USD\",\"kind\":\"external\"}";
            assertEquals(201, send("PUT", path, body, OWN, ALL).statusCode());
        }
        assertEquals(200, send("GET", "/v1/accounts/alice", "", OWN, ALL).statusCode());
        for (Feature<?> feature : Features.all()) {
            for (Endpoint<?> endpoint : feature.endpoints()) {
                if (endpoint.method() != Endpoint.Method.PUT) {
                    assertEquals(
                            shape(call(endpoint, Map.of(), OTHER, ALL)),
                            shape(call(endpoint, absent(), OTHER, ALL)),
                            endpoint.path());
                }
            }
        }
        HttpResponse<String> sums = send("GET", "/v1/audit/trial-balance", "", OTHER, ALL);
        assertTrue(sums.body().contains("\"currencies\":[]"), sums.body());
    }

    @Test
    void whoMayNotReadIsNotToldTheBalanceOfTheOtherSide() throws Exception {
        Set<Scope> writes = EnumSet.of(Scope.WRITE);
        Set<Scope> reads = EnumSet.of(Scope.READ, Scope.WRITE);
        for (String id : List.of("alice", "bank")) {
            String body = "{\"currency\":\"USD\",\"kind\":\"external\"}";
            send("PUT", "/v1/accounts/" + id, body, OWN, ALL);
        }
        String transfer =
                "{\"from_account\":\"bank\",\"to_account\":\"alice\",\"amount\":\"1.00\","
                        + "\"currency\":\"USD\",\"transaction_id\":\"t-1\"}";
        for (int sent = 0; sent < 2; sent++) {
            String told = send("POST", "/v1/transfers", transfer, OWN, writes).body();
            assertTrue(told.contains("\"from_balance\":\"-1.00\""), told);
            assertFalse(told.contains("to_balance"), told);
        }
        String told = send("POST", "/v1/transfers", transfer, OWN, reads).body();
        assertTrue(told.contains("\"to_balance\":\"1.00\""), told);
    }

    private void check(Endpoint<?> endpoint, Map<String, String> values, Scope needed)
            throws Exception {
        for (Set<Scope> scopes : subsets()) {
            for (String tenant : List.of(OWN, OTHER)) {
                HttpResponse<String> response = call(endpoint, values, tenant, scopes);
                String where = endpoint.method() + " " + endpoint.path() + values + scopes;
                if (scopes.contains(needed)) {
                    assertNotEquals(401, response.statusCode(), where);
                    assertNotEquals(403, response.statusCode(), where);
                } else {
                    assertEquals(403, response.statusCode(), where);
                    assertTrue(response.body().contains("\"code\":\"forbidden\""), where);
                }
            }
        }
    }

    private HttpResponse<String> call(
            Endpoint<?> endpoint, Map<String, String> values, String tenant, Set<Scope> scopes)
            throws Exception {
        String path = endpoint.path();
        StringJoiner query = new StringJoiner("&");
        StringJoiner body = new StringJoiner(",", "{", "}");
        for (Field<?> field : endpoint.fields()) {
            String value = values.getOrDefault(field.name(), field.example());
            boolean isSent =
                    field.presence() == Field.Presence.REQUIRED || values.containsKey(field.name());
            if (field.place() == Field.Place.PATH) {
                path = path.replace("{" + field.name() + "}", value);
            } else if (isSent && field.place() == Field.Place.QUERY) {
                query.add(field.name() + "=" + value);
            } else if (isSent) {
                boolean isText =
                        !JsonText.of(field.type().schema())
                                .matches(".*\"(integer|boolean|object)\".*");
                body.add("\"" + field.name() + "\":" + (isText ? "\"" + value + "\"" : value));
            }
        }
        String sent = endpoint.method() == Endpoint.Method.GET ? "" : body.toString();
        return send(endpoint.method().name(), path + "?" + query, sent, tenant, scopes);
    }

    private HttpResponse<String> send(
            String method, String path, String body, String tenant, Set<Scope> scopes)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + keys.get(tenant + scopes).text())
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> absent() {
        return Map.of(
                "account_id",
                "nobody",
                "from_account",
                "nobody",
                "to_account",
                "noone",
                "transaction_id",
                "t-2");
    }

    /** A response without what the request said itself and without where the log was. */
    private static String shape(HttpResponse<String> response) {
        String body =
                response.body()
                        .replaceAll("alice|bank|nobody|noone", "x")
                        .replaceAll("\"(position|time)\":\"[^\"]*\"", "")
                        .replace("t-1", "t")
                        .replace("t-2", "t");
        return response.statusCode() + " " + body;
    }

    private static List<Set<Scope>> subsets() {
        List<Set<Scope>> subsets = new ArrayList<>();
        subsets.add(EnumSet.noneOf(Scope.class));
        for (Scope scope : Scope.values()) {
            for (Set<Scope> without : List.copyOf(subsets)) {
                Set<Scope> with = EnumSet.copyOf(without);
                with.add(scope);
                subsets.add(with);
            }
        }
        subsets.remove(0);
        return subsets;
    }

    private static String words(Set<Scope> scopes) {
        return scopes.stream().map(Scope::word).collect(Collectors.joining("+"));
    }
}
