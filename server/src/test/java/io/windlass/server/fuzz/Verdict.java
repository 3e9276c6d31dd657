package io.windlass.server.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.windlass.base.client.RawClient;

/** What is expected of the answer to a mutant. */
final class Verdict {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Verdict() {}

    /** Fails unless a server may answer a mutant like this. */
    static void check(Mutant mutant, RawClient.Response response) {
        int status = response.status();
        // Not built yet is no failure of the server.
        require(status < 500 || status == 501, "the server failed", mutant, response);
        JsonNode body = body(mutant, response);
        if (status == 200 && body.has("results")) {
            body.at("/results").forEach(result -> checkResult(mutant, result, response));
        } else if (status >= 400) {
            checkProblem(mutant, body, response);
        } else {
            require(!mutant.isWrong(), "a wrong request was accepted", mutant, response);
        }
    }

    private static void checkResult(Mutant mutant, JsonNode result, RawClient.Response response) {
        int status = result.at("/http_status").asInt();
        require(status < 500 || status == 501, "the server failed", mutant, response);
        require(!mutant.isWrong() || status >= 400, "accepted", mutant, response);
        require(
                status == 200 || !result.at("/code").asText().isEmpty(),
                "without a code",
                mutant,
                response);
        checkField(mutant, result, response);
    }

    private static void checkProblem(Mutant mutant, JsonNode body, RawClient.Response response) {
        String type = response.headers().getOrDefault("content-type", "");
        require(type.equals("application/problem+json"), "no problem", mutant, response);
        boolean isWhole =
                body.at("/status").asInt() == response.status()
                        && body.at("/type")
                                .asText()
                                .equals("/problems/" + body.at("/code").asText())
                        && body.at("/title").isTextual()
                        && body.at("/detail").isTextual()
                        && body.at("/outcome").isTextual()
                        && body.at("/retry").isTextual();
        require(isWhole, "a problem without its members", mutant, response);
        checkField(mutant, body, response);
    }

    private static void checkField(Mutant mutant, JsonNode body, RawClient.Response response) {
        if (mutant.field().isPresent()) {
            require(
                    body.at("/errors/0/pointer").asText().equals("/" + mutant.field().get()),
                    "the field " + mutant.field().get() + " is not named",
                    mutant,
                    response);
        }
    }

    private static JsonNode body(Mutant mutant, RawClient.Response response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(text("not JSON", mutant, response), e);
        }
    }

    private static void require(
            boolean condition, String trouble, Mutant mutant, RawClient.Response response) {
        if (!condition) {
            throw new AssertionError(text(trouble, mutant, response));
        }
    }

    private static String text(String trouble, Mutant mutant, RawClient.Response response) {
        return trouble + "\n" + mutant + "\n-> " + response.status() + " " + response.body();
    }
}
