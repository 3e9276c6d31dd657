package io.windlass.edge.client;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * What an endpoint answers.
 *
 * @param status the number that HTTP would answer with
 * @param isReplayed whether the id was used before, and this is the first answer again
 * @param retryAfterSeconds when another attempt may do better, 0 if nobody knows
 * @param position what HTTP says in {@code Windlass-Position}, empty if it says nothing
 * @param body the body as in HTTP, JSON also for a problem
 */
public record CallAnswer(
        int status, boolean isReplayed, long retryAfterSeconds, String position, Buffer body) {

    /** The body as an object. */
    public JsonObject json() {
        return body.toJsonObject();
    }
}
