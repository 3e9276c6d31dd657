package io.windlass.edge.call;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.partition.Reply;
import java.util.List;

/**
 * A document as somebody sees it who may not read.
 *
 * @param document all of it
 */
public record ForWriters(Document document) implements Document {

    /** The reply with what its receiver may see. */
    public static Reply of(Reply reply) {
        return reply.answer() instanceof Answer.Accepted accepted
                ? new Reply(
                        new Answer.Accepted(
                                accepted.success(), new ForWriters(accepted.document())),
                        reply.positions(),
                        reply.replayed())
                : reply;
    }

    @Override
    public void write(DocumentWriter out) {
        document.write(new Writer(out));
    }

    private record Writer(DocumentWriter out) implements DocumentWriter {
        @Override
        public void text(String name, String value) {
            out.text(name, value);
        }

        @Override
        public void textForReaders(String name, String value) {}

        @Override
        public void number(String name, long value) {
            out.number(name, value);
        }

        @Override
        public void flag(String name, boolean value) {
            out.flag(name, value);
        }

        @Override
        public void absent(String name) {
            out.absent(name);
        }

        @Override
        public void object(String name, Document value) {
            out.object(name, new ForWriters(value));
        }

        @Override
        public void list(String name, List<? extends Document> values) {
            out.list(name, values.stream().map(ForWriters::new).toList());
        }

        @Override
        public void texts(String name, List<String> values) {
            out.texts(name, values);
        }
    }
}
