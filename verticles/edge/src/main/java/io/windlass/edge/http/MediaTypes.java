package io.windlass.edge.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;

/** The media types that the edge reads and writes. */
final class MediaTypes {
    static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    static final CharSequence LINES = HttpHeaders.createOptimized("application/x-ndjson");
    static final CharSequence PROBLEM = HttpHeaders.createOptimized("application/problem+json");
    static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");

    private MediaTypes() {}

    /** Whether the body of a request is JSON in UTF-8, as its header has it. */
    static boolean isJson(HttpServerRequest request) {
        return is(request, "application/json");
    }

    /** Whether the body of a request is a stream of JSON lines in UTF-8. */
    static boolean isLines(HttpServerRequest request) {
        return is(request, "application/x-ndjson");
    }

    private static boolean is(HttpServerRequest request, String type) {
        String header = request.headers().get(HttpHeaders.CONTENT_TYPE);
        String encoding = request.headers().get(HttpHeaders.CONTENT_ENCODING);
        return header != null
                && promises(header, type)
                && (encoding == null || encoding.equalsIgnoreCase("identity"));
    }

    /** Whether a {@code Content-Type} promises a type in UTF-8. */
    static boolean promises(String header, String type) {
        if (header.equals(type)) {
            return true;
        }
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals(type)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }
}
