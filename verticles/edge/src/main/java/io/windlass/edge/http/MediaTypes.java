package io.windlass.edge.http;

import io.vertx.core.http.HttpHeaders;
import java.util.Locale;

/** The media types that the edge reads and writes. */
final class MediaTypes {
    static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    static final CharSequence PROBLEM = HttpHeaders.createOptimized("application/problem+json");

    private MediaTypes() {}

    /** Whether a {@code Content-Type} promises JSON in UTF-8. */
    static boolean isJson(String header) {
        if (header.equals("application/json")) {
            return true;
        }
        String[] parts = header.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].strip().equals("application/json")) {
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
