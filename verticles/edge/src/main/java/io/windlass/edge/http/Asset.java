package io.windlass.edge.http;

import io.vertx.core.buffer.Buffer;

/**
 * A file that every client may read.
 *
 * @param path where it is served
 * @param type its media type
 * @param bytes its content
 */
public record Asset(String path, String type, Buffer bytes) {}
