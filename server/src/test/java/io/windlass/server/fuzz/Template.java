package io.windlass.server.fuzz;

import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Verb;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sound request to one endpoint, in parts that can be changed: every field has its example.
 *
 * @param endpoint where it goes
 * @param item whose fields the body has: the endpoint, or that of one item of a batch
 * @param member the list that a batch's items are in
 */
record Template(Endpoint<?> endpoint, Endpoint<?> item, Optional<String> member) {
    private static final String HEX = "0123456789abcdef";

    static Template of(Endpoint<?> endpoint) {
        return endpoint.verb() instanceof Verb.Batch<?> batch
                ? new Template(endpoint, batch.item(), Optional.of(batch.member()))
                : new Template(endpoint, endpoint, Optional.empty());
    }

    boolean hasBody() {
        return endpoint.method() != Endpoint.Method.GET;
    }

    List<Field<?>> fields(Field.Place place) {
        return item.fields().stream().filter(f -> f.place() == place).toList();
    }

    /** The members of the body as JSON texts, by name. */
    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        fields(Field.Place.BODY).forEach(field -> members.put(field.name(), example(field)));
        return members;
    }

    /** The body with these members. */
    String body(String members) {
        String object = "{" + members + "}";
        return member.map(name -> "{\"" + name + "\":[" + object + "]}").orElse(object);
    }

    static String join(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(","));
    }

    /** The path and query with one field's value, percent-encoded, in its place. */
    String target(Optional<Field<?>> changed, String encoded) {
        String path = endpoint.path();
        String query = "";
        for (Field<?> field : item.fields()) {
            boolean isChanged = changed.isPresent() && changed.get().equals(field);
            String value = isChanged ? encoded : encode(field.example());
            if (field.place() == Field.Place.PATH) {
                path = path.replace("{" + field.name() + "}", value);
            } else if (field.place() == Field.Place.QUERY) {
                query += (query.isEmpty() ? "?" : "&") + field.name() + "=" + value;
            }
        }
        return path + query;
    }

    String target() {
        return target(Optional.empty(), "");
    }

    String head(String target, String contentType) {
        return endpoint.method()
                + " "
                + target
                + " HTTP/1.1\r\nHost: x\r\n"
                + (contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A text as JSON has it; half of a surrogate pair is escaped. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    json.append(HEX.charAt((c >> shift) & 0xF));
                }
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static String example(Field<?> field) {
        return field.read(field.example()) instanceof Read.Good<?>
                ? quoted(field.example())
                : field.example();
    }
}
