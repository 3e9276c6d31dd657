package io.windlass.edge.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.vertx.core.buffer.Buffer;
import io.windlass.edge.call.BatchItem;
import io.windlass.edge.call.ItemPacker;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.json.JsonWriter;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.ItemOutcomes;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Rejected;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.partition.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Writes what became of the items of a batch, in their order.
 *
 * <p>An item whose outcome is not known yet is pending; one that was not executed is rejected, with
 * a status that says whether it may come again. Any thread.
 */
final class BatchResults {
    private static final SerializedString RESULTS = new SerializedString("results");
    private static final SerializedString STATUS = new SerializedString("status");
    private static final SerializedString HTTP_STATUS = new SerializedString("http_status");
    private static final SerializedString CODE = new SerializedString("code");
    private static final SerializedString POSITION = new SerializedString("position");
    private static final SerializedString REPLAYED = new SerializedString("replayed");
    private static final SerializedString SUCCEEDED = new SerializedString("SUCCEEDED");
    private static final SerializedString PENDING = new SerializedString("PENDING");
    private static final SerializedString REJECTED = new SerializedString("REJECTED");
    private static final SerializedString MALFORMED = new SerializedString("MALFORMED");
    private static final int USUAL_BYTES = 128;

    private final SerializedString idName;

    /** Results that name their items by the id of this endpoint. */
    BatchResults(Endpoint<?> item) {
        this.idName = new SerializedString(item.id().map(Field::name).orElse(""));
    }

    /** One object with all results. */
    Buffer json(List<BatchItem> items, List<Reply> replies) {
        return write(
                items.size(),
                out -> {
                    out.writeStartObject();
                    out.writeFieldName(RESULTS);
                    out.writeStartArray();
                    for (int i = 0; i < items.size(); i++) {
                        result(out, items.get(i), replies.get(i));
                    }
                    out.writeEndArray();
                    out.writeEndObject();
                });
    }

    /** The same for packed commands. */
    Buffer json(ItemPacker<?> items) {
        return write(
                items.count(),
                out -> {
                    out.writeStartObject();
                    out.writeFieldName(RESULTS);
                    out.writeStartArray();
                    for (int i = 0; i < items.count(); i++) {
                        result(out, items, i);
                    }
                    out.writeEndArray();
                    out.writeEndObject();
                });
    }

    /** A line for each result. */
    Buffer lines(List<BatchItem> items, List<Reply> replies) {
        return write(
                items.size(),
                out -> {
                    for (int i = 0; i < items.size(); i++) {
                        result(out, items.get(i), replies.get(i));
                        out.writeRaw('\n');
                    }
                });
    }

    private void result(JsonGenerator out, ItemPacker<?> items, int index) throws IOException {
        ItemOutcomes outcomes = items.outcomes();
        out.writeStartObject();
        Optional<BatchItem> unusual = items.unusual(index);
        if (unusual.isPresent()) {
            id(out, unusual.get());
        } else {
            out.writeFieldName(idName);
            items.showId(index, out::writeRawUTF8String);
        }
        Optional<Answer> answer = outcomes.answer(index);
        if (answer.isPresent()) {
            answer(out, answer.get());
        } else {
            status(out, SUCCEEDED, Answer.Success.DONE.status());
        }
        position(out, items.position(index));
        if (answer.isPresent()) {
            rest(out, answer.get(), outcomes.isReplayed(index));
        }
        out.writeEndObject();
    }

    private void result(JsonGenerator out, BatchItem item, Reply reply) throws IOException {
        out.writeStartObject();
        id(out, item);
        answer(out, reply.answer());
        position(out, reply.position());
        rest(out, reply.answer(), reply.replayed());
        out.writeEndObject();
    }

    private void id(JsonGenerator out, BatchItem item) throws IOException {
        if (item.id().isPresent()) {
            out.writeFieldName(idName);
            out.writeString(item.id().get());
        }
    }

    private static void position(JsonGenerator out, String position) throws IOException {
        if (!position.isEmpty()) {
            out.writeFieldName(POSITION);
            out.writeString(position);
        }
    }

    private static void rest(JsonGenerator out, Answer answer, boolean isReplayed)
            throws IOException {
        if (isReplayed) {
            out.writeFieldName(REPLAYED);
            out.writeBoolean(true);
        }
        if (answer instanceof Malformed malformed) {
            Problem.errors(malformed).write(new JsonWriter(out));
        }
    }

    private static void answer(JsonGenerator out, Answer answer) throws IOException {
        if (answer instanceof Answer.Accepted accepted) {
            boolean isPending = accepted.success() == Answer.Success.PENDING;
            status(out, isPending ? PENDING : SUCCEEDED, accepted.success().status());
        } else if (answer instanceof Rejected rejected) {
            status(out, REJECTED, rejected.rejection().status());
            code(out, rejected.rejection().code());
        } else if (answer instanceof Malformed malformed) {
            status(out, MALFORMED, ProblemKind.ofMalformed(malformed.code()).status());
            code(out, malformed.code());
        } else {
            ProblemKind kind = ProblemKind.of(((Unavailable) answer).reason());
            boolean isUnknown = kind.outcome().equals(ProblemKind.UNKNOWN);
            status(out, isUnknown ? PENDING : REJECTED, kind.status());
            code(out, kind.code());
        }
    }

    private static void status(JsonGenerator out, SerializedString word, int http)
            throws IOException {
        out.writeFieldName(STATUS);
        out.writeString(word);
        out.writeFieldName(HTTP_STATUS);
        out.writeNumber(http);
    }

    private static void code(JsonGenerator out, String code) throws IOException {
        out.writeFieldName(CODE);
        out.writeString(code);
    }

    private static Buffer write(int items, Step step) {
        Buffer bytes = Buffer.buffer(USUAL_BYTES * (items + 1));
        try (JsonGenerator json = JsonWriter.generator(bytes)) {
            step.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    /** Writes to memory, which declares an exception that only other streams throw. */
    private interface Step {
        void write(JsonGenerator out) throws IOException;
    }
}
