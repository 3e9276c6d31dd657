package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Verb;
import io.windlass.server.Features;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the public interface, compared with the table it is made from. */
class OpenApiIT {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path data;
    private static RunningServer server;
    private static Client http;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        server = Launch.on(data).startReady();
        http = server.client();
        document = http.get("/openapi.json").expect(200).json();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyEndpointIsDescribedOnceAndNothingElse() {
        assertEquals("3.1.0", document.at("/openapi").asText());
        assertFalse(document.at("/info/title").asText().isEmpty());
        assertFalse(document.at("/info/version").asText().isEmpty());
        Set<String> described = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : document.at("/paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                described.add(method.getKey() + " " + path.getKey());
                names.add(method.getValue().at("/operationId").asText());
            }
        }
        Set<String> declared = new HashSet<>();
        for (Endpoint<?> endpoint : endpoints()) {
            declared.add(method(endpoint) + " " + endpoint.path());
        }
        assertEquals(declared, described);
        assertEquals(declared.size(), names.size(), "names of operations are unique");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        int[] count = {0};
        walk(
                document,
                node -> {
                    if (node.has("$ref")) {
                        String target = node.get("$ref").asText();
                        count[0]++;
                        assertTrue(target.startsWith("#/"), target);
                        assertFalse(document.at(target.substring(1)).isMissingNode(), target);
                    }
                });
        assertTrue(count[0] > 50, "references: " + count[0]);
    }

    @Test
    void everyFieldIsDescribedWithAnExampleThatItTakes() {
        for (Endpoint<?> endpoint : endpoints()) {
            if (endpoint.verb() instanceof Verb.Batch<?> batch) {
                JsonNode json = json(endpoint);
                JsonNode example = json.at("/example/" + batch.member() + "/0");
                bodyFields(batch.item()).forEach(field -> takes(field, example));
                assertEquals(
                        "array",
                        json.at("/schema/properties/" + batch.member() + "/type").asText());
                continue;
            }
            for (Field<?> field : endpoint.fields()) {
                JsonNode schema = schema(endpoint, field);
                JsonNode example = schema.at("/examples/0");
                assertInstanceOf(Read.Good.class, read(field, example), field.name());
                if (schema.has("pattern")) {
                    String pattern = schema.get("pattern").asText();
                    assertTrue(example.asText().matches(pattern), pattern);
                }
            }
            bodyFields(endpoint).forEach(field -> takes(field, json(endpoint).at("/example")));
        }
    }

    @Test
    void everyAnswerIsDescribedWithAnExampleThatConforms() {
        for (Endpoint<?> endpoint : endpoints()) {
            JsonNode body = answer(operation(endpoint), 200);
            assertFalse(body.at("/example").isEmpty(), endpoint.path());
            JsonSchema.check(endpoint.path(), body.at("/schema"), body.at("/example"));
        }
    }

    @Test
    void theAnswersOfANodeAreAsDescribed() {
        String account = "/v1/accounts/{account_id}";
        String opening = "{\"currency\":\"USD\",\"kind\":\"external\"}";
        described("put", account, http.put("/v1/accounts/out", opening).expect(201));
        described("put", account, http.put("/v1/accounts/out", opening).expect(200));
        String other = "{\"currency\":\"USD\",\"metadata\":{\"a\":\"b\"}}";
        described("put", account, http.put("/v1/accounts/in", other).expect(201));
        described("get", account, http.get("/v1/accounts/in"));
        String good = transfer("out", "in", "d-1");
        described("post", "/v1/transfers", http.post("/v1/transfers", good));
        described("get", account + "/balance", http.get("/v1/accounts/in/balance"));
        String bad = transfer("nobody", "in", "d-2");
        String batch = "{\"transfers\":[" + good + "," + bad + ",{\"amount\":7},[]]}";
        Got results = http.post("/v1/transfers/batch", batch).has("/results/0/replayed", "true");
        assertEquals(4, results.json().at("/results").size());
        described("post", "/v1/transfers/batch", results);
        String found = "/v1/transfers/{transaction_id}";
        described("get", found, http.get("/v1/transfers/d-1?from_account=out"));
        Got refused = http.get("/v1/transfers/d-2?from_account=nobody").has("/status", "REJECTED");
        described("get", found, refused);
        described("get", "/v1/audit/trial-balance", http.get("/v1/audit/trial-balance"));
        described("get", "/v1/currencies", http.get("/v1/currencies"));
    }

    @Test
    void everyParameterOfAPathIsDeclaredAndRequired() {
        for (Endpoint<?> endpoint : endpoints()) {
            Matcher names = PARAMETER.matcher(endpoint.path());
            while (names.find()) {
                JsonNode parameter = parameter(endpoint, names.group(1));
                assertEquals("path", parameter.at("/in").asText(), endpoint.path());
                assertTrue(parameter.at("/required").asBoolean(), endpoint.path());
            }
        }
    }

    @Test
    void everyCodeOfAProblemHasItsPage() {
        Set<String> codes = new HashSet<>();
        walk(
                document,
                node -> node.at("/properties/code/enum").forEach(c -> codes.add(c.asText())));
        for (Feature<?> feature : Features.all()) {
            feature.rejections().forEach(no -> assertTrue(codes.contains(no.code()), no.code()));
            feature.malformedCodes().forEach(code -> assertTrue(codes.contains(code), code));
        }
        for (String code : codes) {
            http.get("/problems/" + code).expect(200).has("/code", code);
        }
    }

    @Test
    void theViewerComesFromTheNodeAndAsksNobodyElse() {
        Got page = http.get("/docs").expect(200);
        assertEquals("text/html; charset=utf-8", page.header("Content-Type"));
        assertTrue(page.header("Content-Security-Policy").contains("default-src 'none'"));
        assertFalse(page.body().contains("//"), page.body());
        Matcher assets = Pattern.compile("(?:src|href)=\"(/docs/[^\"]+)\"").matcher(page.body());
        int count = 0;
        while (assets.find()) {
            Got asset = http.get(assets.group(1)).expect(200);
            boolean isStyle = assets.group(1).endsWith(".css");
            String type = isStyle ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
            assertEquals(type, asset.header("Content-Type"));
            assertTrue(asset.header("Cache-Control").contains("immutable"));
            assertFalse(asset.body().isEmpty());
            count++;
        }
        assertEquals(3, count);
        http.get("/docs/assets/0.0.0/docs.js").expect(404);
    }

    private static List<? extends Endpoint<?>> endpoints() {
        return Features.all().stream().flatMap(feature -> feature.endpoints().stream()).toList();
    }

    private static List<Field<?>> bodyFields(Endpoint<?> endpoint) {
        return endpoint.fields().stream()
                .filter(field -> field.place() == Field.Place.BODY)
                .toList();
    }

    private static String method(Endpoint<?> endpoint) {
        return endpoint.method().name().toLowerCase(Locale.ROOT);
    }

    private static JsonNode operation(Endpoint<?> endpoint) {
        return document.at("/paths").path(endpoint.path()).path(method(endpoint));
    }

    private static JsonNode json(Endpoint<?> endpoint) {
        return operation(endpoint).at("/requestBody/content").path("application/json");
    }

    private static JsonNode answer(JsonNode operation, int status) {
        return operation.at("/responses/" + status + "/content").path("application/json");
    }

    /** Fails unless an answer is as its endpoint describes it for its status. */
    private static void described(String method, String path, Got got) {
        JsonNode body = answer(document.at("/paths").path(path).path(method), got.status());
        JsonSchema.check(method + " " + path, body.at("/schema"), got.json());
    }

    private static String transfer(String from, String to, String id) {
        return "{\"from_account\":\""
                + from
                + "\",\"to_account\":\""
                + to
                + "\",\"amount\":\"5.00\",\"currency\":\"USD\",\"transaction_id\":\""
                + id
                + "\"}";
    }

    private static JsonNode parameter(Endpoint<?> endpoint, String name) {
        for (JsonNode parameter : operation(endpoint).at("/parameters")) {
            if (parameter.at("/name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError(endpoint.path() + " has no parameter " + name);
    }

    private static JsonNode schema(Endpoint<?> endpoint, Field<?> field) {
        return field.place() == Field.Place.BODY
                ? json(endpoint).at("/schema/properties").path(field.name())
                : parameter(endpoint, field.name()).at("/schema");
    }

    private static void takes(Field<?> field, JsonNode example) {
        JsonNode value = example.path(field.name());
        assertInstanceOf(Read.Good.class, read(field, value), field.name() + ": " + value);
    }

    private static Read<?> read(Field<?> field, JsonNode value) {
        Object raw = value.isInt() ? value.longValue() : JSON.convertValue(value, Object.class);
        return field.read(raw);
    }

    private static void walk(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        for (Iterator<JsonNode> inner = node.elements(); inner.hasNext(); ) {
            walk(inner.next(), visitor);
        }
    }
}
