package io.windlass.kernel.feature.contract;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Rejected;
import io.windlass.kernel.feature.Unavailable;
import java.util.List;
import java.util.stream.Collectors;

/** Documents and answers as one line of JSON, for tests to compare and to read. */
public final class JsonText implements DocumentWriter {
    private final StringBuilder json = new StringBuilder();

    private JsonText() {}

    /** The members of a document as a JSON object. */
    public static String of(Document document) {
        JsonText text = new JsonText();
        document.write(text);
        return "{" + text.json + "}";
    }

    /** What an answer is, a blank, and what it says. */
    public static String of(Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            return accepted.success() + " " + of(accepted.document());
        }
        if (answer instanceof Rejected rejected) {
            return rejected.rejection().code() + " " + of(rejected.members());
        }
        if (answer instanceof Malformed malformed) {
            return malformed.code() + " " + malformed.field();
        }
        return ((Unavailable) answer).reason().name();
    }

    @Override
    public void text(String name, String value) {
        member(name, quoted(value));
    }

    @Override
    public void number(String name, long value) {
        member(name, Long.toString(value));
    }

    @Override
    public void flag(String name, boolean value) {
        member(name, Boolean.toString(value));
    }

    @Override
    public void absent(String name) {
        member(name, "null");
    }

    @Override
    public void object(String name, Document value) {
        member(name, of(value));
    }

    @Override
    public void list(String name, List<? extends Document> values) {
        member(name, values.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]")));
    }

    @Override
    public void texts(String name, List<String> values) {
        member(
                name,
                values.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]")));
    }

    private void member(String name, String value) {
        json.append(json.length() == 0 ? "" : ",").append(quoted(name)).append(':').append(value);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
