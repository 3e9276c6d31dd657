package io.windlass.edge.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What all operations have in common. */
final class Common {
    static final String POSITION = "Windlass-Position";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final String RETRY_AFTER = "Retry-After";
    private static final String POSITION_PATTERN = "^[0-9]+:[0-9]+(,[0-9]+:[0-9]+)*$";

    private Common() {}

    static ObjectNode reference(String place, String name) {
        return Tree.object().put("$ref", "#/components/" + place + "/" + name);
    }

    static void schemas(ObjectNode schemas) {
        problem(schemas.putObject("Problem"));
    }

    static void headers(ObjectNode headers) {
        headers.putObject(POSITION)
                .put(
                        "description",
                        "The newest position the answer depends on; of a batch the"
                                + " highest of each partition.")
                .putObject("schema")
                .put("type", "string")
                .put("pattern", POSITION_PATTERN)
                .putArray("examples")
                .add("1:18");
        headers.putObject(REPLAYED)
                .put("description", "There and true if the id was decided before.")
                .putObject("schema")
                .putArray("enum")
                .add("true");
        headers.putObject(RETRY_AFTER)
                .put("description", "So many seconds later it may go better.")
                .putObject("schema")
                .put("type", "integer")
                .put("minimum", 1);
    }

    /** The response of one status, with every code it can have. */
    static ObjectNode problem(List<Trouble> troubles) {
        String description =
                troubles.stream()
                        .map(trouble -> "`" + trouble.code() + "`: " + trouble.title())
                        .distinct()
                        .collect(Collectors.joining("; "));
        ObjectNode response = Tree.object().put("description", description);
        int status = troubles.get(0).status();
        if (status == 429 || status == 503) {
            response.putObject("headers").set(RETRY_AFTER, reference("headers", RETRY_AFTER));
        }
        ObjectNode schema =
                response.putObject("content")
                        .putObject("application/problem+json")
                        .putObject("schema");
        ArrayNode all = schema.putArray("allOf");
        all.add(reference("schemas", "Problem"));
        ArrayNode codes =
                all.addObject().putObject("properties").putObject("code").putArray("enum");
        new TreeSet<>(troubles.stream().map(Trouble::code).toList()).forEach(codes::add);
        return response;
    }

    private static void problem(ObjectNode schema) {
        schema.put("type", "object").put("description", "What went wrong (RFC 9457).");
        ObjectNode members = schema.putObject("properties");
        for (String name : List.of("type", "title", "detail", "code", "instance", "position")) {
            members.putObject(name).put("type", "string");
        }
        members.putObject("status").put("type", "integer");
        words(members.putObject("outcome"), "not-executed", "rejected", "executed", "unknown");
        words(members.putObject("retry"), "never", "same-id", "new-id", "later");
        ObjectNode error = members.putObject("errors").put("type", "array").putObject("items");
        error.put("type", "object");
        ObjectNode parts = error.putObject("properties");
        parts.putObject("pointer").put("type", "string");
        parts.putObject("detail").put("type", "string");
        ArrayNode required = schema.putArray("required");
        List.of("type", "title", "status", "detail", "code", "outcome", "retry")
                .forEach(required::add);
    }

    private static void words(ObjectNode schema, String... words) {
        ArrayNode all = schema.putArray("enum");
        List.of(words).forEach(all::add);
    }
}
