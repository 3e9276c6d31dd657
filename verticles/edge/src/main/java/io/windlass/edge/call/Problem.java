package io.windlass.edge.call;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Rejected;
import io.windlass.kernel.feature.Unavailable;
import java.util.List;

/**
 * The one form in which a client is told of trouble (RFC 9457, with members of ours).
 *
 * @param kind what is the same for every occurrence
 * @param detail one sentence about this occurrence
 * @param members what this kind carries beside the common members
 * @param retryAfterSeconds when another attempt may do better, 0 if nobody knows
 */
public record Problem(ProblemKind kind, String detail, Document members, long retryAfterSeconds)
        implements Document {
    private static final Document NOTHING = out -> {};
    private static final int SERVICE_UNAVAILABLE = 503;

    /** The node is full, as it can be told before a request is read. */
    public static final Problem OVERLOADED =
            of(new Unavailable(Unavailable.Reason.OVERLOADED, "the node is full"));

    /** What an answer that is no success says. */
    public static Problem of(Answer answer) {
        if (answer instanceof Rejected rejected) {
            return of(rejected);
        } else if (answer instanceof Malformed malformed) {
            return of(malformed);
        }
        return of((Unavailable) answer);
    }

    /** The rules said no. */
    public static Problem of(Rejected rejected) {
        return new Problem(
                ProblemKind.of(rejected.rejection()),
                rejected.rejection().title(),
                rejected.members(),
                0);
    }

    /** The request could not be read. */
    public static Problem of(Malformed malformed) {
        return new Problem(
                ProblemKind.ofMalformed(malformed.code()),
                malformed.detail(),
                errors(malformed),
                0);
    }

    /** The member that says where a request is wrong. */
    public static Document errors(Malformed malformed) {
        Document error =
                out -> {
                    out.text("pointer", pointer(malformed.field()));
                    out.text("detail", malformed.detail());
                };
        return out -> out.list("errors", List.of(error));
    }

    /** Not now. */
    public static Problem of(Unavailable unavailable) {
        ProblemKind kind = ProblemKind.of(unavailable.reason());
        int seconds = kind.status() == SERVICE_UNAVAILABLE ? 1 : 0;
        return new Problem(kind, unavailable.detail(), NOTHING, seconds);
    }

    /** Trouble of the edge itself. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, NOTHING, 0);
    }

    /** Too often; so many seconds later one more is free. */
    public static Problem rateLimited(long seconds) {
        return new Problem(ProblemKind.RATE_LIMITED, "wait " + seconds + " s", NOTHING, seconds);
    }

    /** The body is larger than so many bytes. */
    public static Problem ofLargeBody(int bytesMax) {
        return of(ProblemKind.BODY_TOO_LARGE, "the body may have " + bytesMax + " bytes");
    }

    /** As in HTTP. */
    public int status() {
        return kind.status();
    }

    @Override
    public void write(DocumentWriter out) {
        out.text("type", "/problems/" + kind.code());
        out.text("title", kind.title());
        out.number("status", kind.status());
        out.text("detail", detail);
        out.text("code", kind.code());
        out.text("outcome", kind.outcome());
        out.text("retry", kind.retry());
        members.write(out);
    }

    /** A JSON pointer (RFC 6901, section 3); empty points at the whole document. */
    private static String pointer(String field) {
        return field.isEmpty() ? "" : "/" + field.replace("~", "~0").replace("/", "~1");
    }
}
