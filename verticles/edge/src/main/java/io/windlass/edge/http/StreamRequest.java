package io.windlass.edge.http;

import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.call.RequestReader;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.Read;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a client asks over a WebSocket, as one message.
 *
 * <pre>
 *   {"op":"submit","id":"7","endpoint":"POST /v1/transfers","body":{...}}
 *   {"op":"query","id":"8","endpoint":"GET /v1/accounts/alice/balance"}
 * </pre>
 *
 * @param endpoint method, path and query as in the request line of HTTP
 * @param body an object; empty where there is none
 */
record StreamRequest(String endpoint, Map<String, Object> body) {
    private static final String QUERY = "query";
    private static final String SUBMIT = "submit";
    private static final String GET = Endpoint.Method.GET + " ";
    private static final Set<String> MEMBERS = Set.of("op", "id", "endpoint", "body");
    private static final int ID_CHARS_MAX = 64;

    /** The id that the answer repeats: a text of 1 to 64 characters. */
    static Optional<String> id(Map<String, Object> message) {
        return message.get("id") instanceof String id
                        && !id.isEmpty()
                        && id.length() <= ID_CHARS_MAX
                ? Optional.of(id)
                : Optional.empty();
    }

    /** Reads the members of a message, all but the id. */
    static Read<StreamRequest> read(Map<String, Object> message) {
        for (String name : message.keySet()) {
            if (!MEMBERS.contains(name)) {
                return Read.bad(
                        RequestReader.UNKNOWN_FIELD, name, "a message has no member of this name");
            }
        }
        Object op = message.get("op");
        if (!QUERY.equals(op) && !SUBMIT.equals(op)) {
            return Read.bad(ProblemKind.UNKNOWN_OP, "op", "op is submit or query");
        }
        if (!(message.get("endpoint") instanceof String endpoint) || endpoint.indexOf(' ') <= 0) {
            return invalid("endpoint", "endpoint is a method, a space and a path");
        }
        if (QUERY.equals(op) != endpoint.startsWith(GET)) {
            return invalid("op", "query is for GET, submit for the other methods");
        }
        return body(message.getOrDefault("body", Map.of()), endpoint);
    }

    String method() {
        return endpoint.substring(0, endpoint.indexOf(' '));
    }

    String path() {
        int question = endpoint.indexOf('?');
        int start = endpoint.indexOf(' ') + 1;
        return question < start ? endpoint.substring(start) : endpoint.substring(start, question);
    }

    String query() {
        int question = endpoint.indexOf('?');
        return question < 0 ? "" : endpoint.substring(question + 1);
    }

    /** The cast holds: a JSON object's names are texts. */
    @SuppressWarnings("unchecked")
    private static Read<StreamRequest> body(Object body, String endpoint) {
        return body instanceof Map<?, ?> members
                ? Read.good(new StreamRequest(endpoint, (Map<String, Object>) members))
                : invalid("body", "body is an object");
    }

    private static Read<StreamRequest> invalid(String field, String detail) {
        return Read.bad(FieldType.INVALID_FIELD, field, detail);
    }
}
