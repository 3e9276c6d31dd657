package io.windlass.edge.call;

import io.windlass.edge.json.JsonReader;
import io.windlass.edge.node.RoutingRejection;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.Rejection;
import io.windlass.kernel.feature.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A kind of problem: what its {@code type} link leads to, as a document.
 *
 * @param code lower case with hyphens
 * @param status of the response
 * @param title one line for people, the same for every occurrence
 * @param outcome {@code not-executed}, {@code rejected}, {@code executed} or {@code unknown}
 * @param retry {@code never}, {@code same-id}, {@code new-id} or {@code later}
 */
public record ProblemKind(String code, int status, String title, String outcome, String retry)
        implements Document {
    public static final String NOT_EXECUTED = "not-executed";
    public static final String REJECTED = "rejected";
    public static final String UNKNOWN = "unknown";

    /** The error code of a batch with too many items. */
    public static final String BATCH_TOO_LARGE = "batch-too-large";

    /** The error code of a line that is too long. */
    public static final String LINE_TOO_LARGE = "line-too-large";

    /** The error code of a message that asks for nothing that is known. */
    public static final String UNKNOWN_OP = "unknown-op";

    /** Nobody has the key. */
    public static final ProblemKind UNAUTHENTICATED =
            edge("unauthenticated", 401, "There is no key, or nobody has this one");

    public static final ProblemKind FORBIDDEN =
            edge("forbidden", 403, "The caller may not do this");
    public static final ProblemKind NOT_FOUND =
            edge("not-found", 404, "There is nothing at this path");
    public static final ProblemKind METHOD_NOT_ALLOWED =
            edge("method-not-allowed", 405, "The path does not take this method");
    public static final ProblemKind REQUEST_TIMEOUT =
            new ProblemKind(
                    "request-timeout",
                    408,
                    "The request did not come in time",
                    NOT_EXECUTED,
                    Rejection.Retry.SAME_ID.word());
    public static final ProblemKind BODY_TOO_LARGE =
            edge("body-too-large", 413, "The body is larger than this path takes");
    public static final ProblemKind URI_TOO_LONG =
            edge("uri-too-long", 414, "The request line is too long");
    public static final ProblemKind UNSUPPORTED_MEDIA_TYPE =
            edge("unsupported-media-type", 415, "The body must be application/json in UTF-8");
    public static final ProblemKind EXPECTATION_FAILED =
            edge("expectation-failed", 417, "The only expectation known is 100-continue");
    public static final ProblemKind UPGRADE_REQUIRED =
            edge("upgrade-required", 426, "The path takes WebSocket and nothing else");
    public static final ProblemKind RATE_LIMITED =
            new ProblemKind(
                    "rate-limited",
                    429,
                    "The caller asks more often than it may",
                    NOT_EXECUTED,
                    Rejection.Retry.SAME_ID.word());
    public static final ProblemKind HEADERS_TOO_LARGE =
            edge("headers-too-large", 431, "The header fields are too large");
    public static final ProblemKind BAD_REQUEST = edge("bad-request", 400, "This is not HTTP/1.1");

    /** A bug of ours: nobody knows how far the request came. */
    public static final ProblemKind INTERNAL_ERROR =
            new ProblemKind(
                    "internal-error",
                    500,
                    "The server failed",
                    UNKNOWN,
                    Rejection.Retry.SAME_ID.word());

    private static final Set<String> TOO_LARGE =
            Set.of("metadata-too-large", "group-too-large", BATCH_TOO_LARGE, LINE_TOO_LARGE);

    public static ProblemKind of(Rejection rejection) {
        return new ProblemKind(
                rejection.code(),
                rejection.status(),
                rejection.title(),
                rejection.isFinal() ? REJECTED : NOT_EXECUTED,
                rejection.retry().word());
    }

    public static ProblemKind of(Unavailable.Reason reason) {
        String code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        boolean isUnknown = reason == Unavailable.Reason.OUTCOME_UNKNOWN;
        boolean isFull = reason == Unavailable.Reason.STORAGE_FULL;
        return new ProblemKind(
                code,
                reason.status(),
                sentence(code),
                isUnknown ? UNKNOWN : NOT_EXECUTED,
                (isFull ? Rejection.Retry.LATER : Rejection.Retry.SAME_ID).word());
    }

    public static ProblemKind ofMalformed(String code) {
        return edge(code, TOO_LARGE.contains(code) ? 413 : 400, sentence(code));
    }

    /** Every kind that the edge makes itself, for any feature. */
    public static List<ProblemKind> ofTheEdge() {
        List<ProblemKind> kinds =
                new ArrayList<>(
                        List.of(
                                UNAUTHENTICATED,
                                FORBIDDEN,
                                NOT_FOUND,
                                METHOD_NOT_ALLOWED,
                                REQUEST_TIMEOUT,
                                BODY_TOO_LARGE,
                                URI_TOO_LONG,
                                UNSUPPORTED_MEDIA_TYPE,
                                EXPECTATION_FAILED,
                                UPGRADE_REQUIRED,
                                RATE_LIMITED,
                                HEADERS_TOO_LARGE,
                                BAD_REQUEST,
                                INTERNAL_ERROR));
        for (RoutingRejection rejection : RoutingRejection.values()) {
            kinds.add(of(rejection));
        }
        for (Unavailable.Reason reason : Unavailable.Reason.values()) {
            kinds.add(of(reason));
        }
        List.of(
                        JsonReader.MALFORMED,
                        Query.MALFORMED,
                        Query.REPEATED,
                        RequestReader.UNKNOWN_FIELD,
                        RequestReader.HEADER_CONFLICT,
                        BATCH_TOO_LARGE,
                        LINE_TOO_LARGE,
                        UNKNOWN_OP,
                        FieldType.INVALID_FIELD)
                .forEach(code -> kinds.add(ofMalformed(code)));
        return kinds;
    }

    @Override
    public void write(DocumentWriter out) {
        out.text("type", "/problems/" + code);
        out.text("title", title);
        out.number("status", status);
        out.text("code", code);
        out.text("outcome", outcome);
        out.text("retry", retry);
    }

    private static ProblemKind edge(String code, int status, String title) {
        return new ProblemKind(code, status, title, NOT_EXECUTED, Rejection.Retry.NEVER.word());
    }

    private static String sentence(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }
}
