package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** An answer: status, header fields and body, with the comparisons that tests make. */
public record Got(int status, HttpHeaders headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Got of(HttpResponse<String> response) {
        return new Got(response.statusCode(), response.headers(), response.body());
    }

    /** A header field, empty text if it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public boolean isReplay() {
        return header("Idempotency-Replayed").equals("true");
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    /** A text or number of the body by its JSON pointer. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }

    /** Fails unless the status is this one. */
    public Got expect(int expected) {
        assertEquals(expected, status, body);
        return this;
    }

    /** Fails unless a member of the body has this value; numbers and flags as text. */
    public Got has(String pointer, String expected) {
        assertEquals(expected, at(pointer), pointer + " of " + body);
        return this;
    }

    /** Fails unless this is a problem of the kind, in all members that every problem has. */
    public Got problem(int expected, String code, String outcome, String retry) {
        expect(expected);
        assertEquals("application/problem+json", header("Content-Type"), body);
        assertEquals("", json().at("/title").isTextual() ? "" : "no title", body);
        assertEquals("", json().at("/detail").isTextual() ? "" : "no detail", body);
        return has("/type", "/problems/" + code)
                .has("/status", Integer.toString(expected))
                .has("/code", code)
                .has("/outcome", outcome)
                .has("/retry", retry);
    }
}
