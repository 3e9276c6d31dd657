package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The part of JSON Schema 2020-12 that answers are described with; a member that a schema does not
 * name is a failure as well.
 */
final class JsonSchema {
    private JsonSchema() {}

    /** Fails, naming the place, unless the value is as described. */
    static void check(String where, JsonNode schema, JsonNode value) {
        assertTrue(schema.has("type") || schema.has("enum"), () -> where + " is not described");
        JsonNode types = schema.path("type");
        if (types.isTextual()) {
            assertEquals(types.asText(), type(value), where);
        } else if (types.isArray()) {
            assertTrue(contains(types, type(value)), () -> where + ": " + value);
        }
        if (schema.has("enum")) {
            assertTrue(contains(schema.get("enum"), value.asText()), () -> where + ": " + value);
        }
        if (schema.has("pattern") && value.isTextual()) {
            String pattern = schema.get("pattern").asText();
            assertTrue(value.asText().matches(pattern), () -> where + ": " + value);
        }
        if (schema.has("minimum")) {
            assertTrue(value.asLong() >= schema.get("minimum").asLong(), where);
        }
        value.forEach(item -> checkItem(where, schema, value, item));
        checkMembers(where, schema, value);
    }

    private static void checkItem(String where, JsonNode schema, JsonNode value, JsonNode item) {
        if (value.isArray()) {
            check(where + " item", schema.path("items"), item);
        }
    }

    private static void checkMembers(String where, JsonNode schema, JsonNode value) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            JsonNode rest = schema.path("additionalProperties");
            JsonNode inner = schema.path("properties").path(name);
            check(where + " " + name, inner.isMissingNode() ? rest : inner, member.getValue());
        }
        for (JsonNode name : schema.path("required")) {
            assertTrue(value.has(name.asText()), () -> where + " " + name + " is missing");
        }
    }

    private static boolean contains(JsonNode list, String text) {
        return StreamSupport.stream(list.spliterator(), false)
                .anyMatch(one -> one.asText().equals(text));
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
