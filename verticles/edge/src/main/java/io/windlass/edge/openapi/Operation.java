package io.windlass.edge.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Result;
import io.windlass.kernel.feature.Shapes;
import io.windlass.kernel.feature.Verb;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Describes one endpoint.
 *
 * @param feature the name of its feature
 * @param endpoint the endpoint
 * @param statuses of all problems of the feature
 */
record Operation(String feature, Endpoint<?> endpoint, Set<Integer> statuses) {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String LINE_OF_RESULT =
            "A line for each line of the request, in its order; each is one of the results above.";

    /** Problems of every endpoint. */
    private static final Set<Integer> ALWAYS = Set.of(400, 401, 403, 429, 500, 503);

    /** Problems that need a body, and the ones of what is only changed, never read. */
    private static final Set<Integer> OF_BODIES = Set.of(413, 415);

    private static final Set<Integer> OF_READING = Set.of(404, 410);

    /** Problems of the edge itself that no endpoint of a feature has. */
    private static final Set<Integer> OF_THE_EDGE = Set.of(405, 408, 414, 417, 426, 431);

    ObjectNode describe() {
        ObjectNode operation = Tree.object();
        operation.put("operationId", operationId()).put("summary", endpoint.summary());
        operation.put("x-windlass-number", endpoint.number());
        operation.put("description", "Scope: " + scopes() + ".");
        operation.putArray("tags").add(feature);
        parameters(operation);
        body(operation);
        responses(operation.putObject("responses"));
        ArrayNode security = operation.putArray("security");
        security.addObject();
        security.addObject().putArray(OpenApi.KEY);
        return operation;
    }

    private String operationId() {
        return endpoint.method().name().toLowerCase(Locale.ROOT)
                + Stream.of(endpoint.path().split("[^A-Za-z0-9]+"))
                        .filter(word -> !word.isEmpty())
                        .map(
                                word ->
                                        word.substring(0, 1).toUpperCase(Locale.ROOT)
                                                + word.substring(1))
                        .collect(Collectors.joining());
    }

    private String scopes() {
        return endpoint.access().scopes().stream()
                .map(Endpoint.Scope::word)
                .collect(Collectors.joining(" or "));
    }

    private void parameters(ObjectNode operation) {
        for (Field<?> field : parameters().toList()) {
            ObjectNode parameter = operation.withArray("parameters").addObject();
            parameter.put("name", field.name());
            parameter.put("in", field.place() == Field.Place.PATH ? "path" : "query");
            parameter.put("required", FieldSchema.isRequired(field));
            parameter.set("schema", FieldSchema.of(field));
        }
        if (endpoint.id().isPresent()) {
            ObjectNode key = operation.withArray("parameters").addObject();
            key.put("name", "Idempotency-Key").put("in", "header").put("required", false);
            key.put("description", "If sent, the same as " + endpoint.id().get().name() + ".");
            key.putObject("schema").put("type", "string");
        }
    }

    /** The fields that stand in path and query; a batch has those of its items' paths. */
    private Stream<Field<?>> parameters() {
        return endpoint.verb() instanceof Verb.Batch<?> batch
                ? batch.item().fields().stream().filter(f -> f.place() == Field.Place.PATH)
                : endpoint.fields().stream().filter(f -> f.place() != Field.Place.BODY);
    }

    private void body(ObjectNode operation) {
        if (endpoint.method() == Endpoint.Method.GET) {
            return;
        }
        if (endpoint.verb() instanceof Verb.Batch<?> batch) {
            batch(operation.putObject("requestBody"), batch);
            return;
        }
        List<Field<?>> fields = bodyFields(endpoint);
        if (!fields.isEmpty()) {
            ObjectNode body = operation.putObject("requestBody");
            body.put("required", fields.stream().anyMatch(FieldSchema::isRequired));
            ObjectNode json = body.putObject("content").putObject(JSON);
            json.set("schema", FieldSchema.body(fields));
            json.set("example", FieldSchema.example(fields));
        }
    }

    private static void batch(ObjectNode body, Verb.Batch<?> batch) {
        List<Field<?>> fields = bodyFields(batch.item());
        body.put("required", true);
        ObjectNode content = body.putObject("content");
        ObjectNode json = content.putObject(JSON);
        ObjectNode schema = json.putObject("schema").put("type", "object");
        ObjectNode list = schema.putObject("properties").putObject(batch.member());
        list.put("type", "array").set("items", FieldSchema.body(fields));
        schema.putArray("required").add(batch.member());
        schema.put("additionalProperties", false);
        json.putObject("example").putArray(batch.member()).add(FieldSchema.example(fields));
        ObjectNode lines = content.putObject(LINES);
        lines.putObject("schema")
                .put("type", "string")
                .put("description", "A line for each item, answered by a line while it comes in.");
        lines.put("example", FieldSchema.example(fields) + "\n");
    }

    private static List<Field<?>> bodyFields(Endpoint<?> endpoint) {
        return endpoint.fields().stream()
                .filter(field -> field.place() == Field.Place.BODY)
                .collect(Collectors.toList());
    }

    private void responses(ObjectNode responses) {
        List<Answer.Success> successes =
                endpoint.verb() instanceof Verb.Single<?> single
                        ? single.successes()
                        : List.of(Answer.Success.DONE);
        successes.forEach(
                kind -> success(responses.putObject(Integer.toString(kind.status())), kind));
        for (int status : statuses) {
            if (canHave(status)) {
                responses.set(
                        Integer.toString(status),
                        Common.reference("responses", feature + "-" + status));
            }
        }
    }

    private void success(ObjectNode success, Answer.Success kind) {
        success.put("description", kind.title());
        ObjectNode headers = success.putObject("headers");
        headers.set(Common.POSITION, Common.reference("headers", Common.POSITION));
        if (endpoint.verb() instanceof Verb.Submit<?> && endpoint.id().isPresent()) {
            headers.set(Common.REPLAYED, Common.reference("headers", Common.REPLAYED));
        }
        content(success.putObject("content"));
    }

    private void content(ObjectNode content) {
        ObjectNode json = content.putObject(JSON);
        if (endpoint.verb() instanceof Verb.Batch<?> batch) {
            Result item = BatchResult.of(batch.item());
            describe(json, Result.of(Result.Member.of("results", Shapes.list(item))));
            ObjectNode lines = content.putObject(LINES);
            lines.putObject("schema").put("type", "string").put("description", LINE_OF_RESULT);
            lines.put("example", ResultSchema.example(item) + "\n");
        } else if (endpoint.verb() instanceof Verb.Single<?> single) {
            describe(json, single.result());
        }
    }

    private static void describe(ObjectNode json, Result result) {
        json.set("schema", ResultSchema.of(result));
        json.set("example", ResultSchema.example(result));
    }

    private boolean canHave(int status) {
        boolean hasBody = endpoint.method() != Endpoint.Method.GET;
        if (ALWAYS.contains(status) || (hasBody && OF_BODIES.contains(status))) {
            return true;
        }
        if (endpoint.verb() instanceof Verb.Submit<?>) {
            return !OF_THE_EDGE.contains(status);
        }
        return endpoint.verb() instanceof Verb.Ask<?> && OF_READING.contains(status);
    }
}
