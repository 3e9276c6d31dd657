package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How answers are described, letter by letter. */
class DescriptionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ServerFixture server;
    private JsonNode paths;

    @BeforeEach
    void start() throws IOException {
        server = new ServerFixture();
        try (RawClient client = server.connect()) {
            client.get("/openapi.json");
            paths = JSON.readTree(client.read().body()).path("paths");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAnswerIsDescribedByItsMembersAndAnExample() throws IOException {
        String body =
                """
                {"schema": {
                   "type": "object",
                   "properties": {
                     "id": {"type": "string", "pattern": "[^!]{1,64}", "maxLength": 64,
                            "examples": ["visits"]},
                     "value": {"type": "integer", "minimum": 0, "examples": [5]},
                     "unit": {"type": "string", "examples": ["people"]}},
                   "required": ["id", "value"]},
                 "example": {"id": "visits", "value": 5}}""";
        assertEquals(JSON.readTree(body), content("/v1/counters/{id}", "get", "200"));
        assertEquals(JSON.readTree(body), content("/v1/counters/{id}", "put", "200"));
        assertEquals(JSON.readTree(body), content("/v1/counters/{id}", "put", "201"));
        assertEquals(JSON.readTree(body), content("/v1/counters/{id}", "put", "202"));
    }

    @Test
    void theResultsOfABatchNameTheItemAndItsOutcome() throws IOException {
        String path = "/v1/counters/{id}/add/batch";
        JsonNode body = content(path, "post", "200");
        assertEquals("array", body.at("/schema/properties/results/type").asText());
        JsonNode item = body.at("/schema/properties/results/items");
        assertEquals(JSON.readTree("[\"status\", \"http_status\"]"), item.path("required"));
        assertEquals("string", item.at("/properties/transaction_id/type").asText());
        assertEquals("array", item.at("/properties/errors/type").asText());
        String line =
                """
                {"transaction_id": "t-1", "status": "SUCCEEDED", "http_status": 200,
                 "position": "1:18"}""";
        assertEquals(JSON.readTree("{\"results\": [" + line + "]}"), body.path("example"));
        JsonNode lines = response(path, "post", "200").path("application/x-ndjson");
        assertEquals(JSON.readTree(line), JSON.readTree(lines.path("example").asText()));
    }

    private JsonNode content(String path, String method, String status) {
        return response(path, method, status).path("application/json");
    }

    private JsonNode response(String path, String method, String status) {
        return paths.path(path).path(method).path("responses").path(status).path("content");
    }
}
