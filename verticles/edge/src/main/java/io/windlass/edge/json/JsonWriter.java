package io.windlass.edge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.vertx.core.buffer.Buffer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes a document as one compact JSON object.
 *
 * <p>A text that has no UTF-8 form (half of a surrogate pair) throws: readers let none in, so it is
 * a bug. Any thread, one at a time.
 */
public final class JsonWriter implements DocumentWriter {
    private static final int USUAL_BYTES = 512;

    private static final JsonFactory JSON =
            new JsonFactoryBuilder()
                    // Whoever writes several documents ends each with a line feed.
                    .rootValueSeparator((String) null)
                    // Characters beyond 16 bits as UTF-8, not as two escapes.
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build();

    private final JsonGenerator json;

    /** A writer of members into the object that {@code json} is in. */
    public JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    /** The bytes of a document. */
    public static Buffer write(Document document) {
        Buffer bytes = Buffer.buffer(USUAL_BYTES);
        try (JsonGenerator json = generator(bytes)) {
            new JsonWriter(json).value(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    /** A generator of compact JSON that appends to a buffer when it is flushed or closed. */
    public static JsonGenerator generator(Buffer bytes) throws IOException {
        return JSON.createGenerator(new BufferStream(bytes));
    }

    @Override
    public void text(String name, String value) {
        put(() -> json.writeStringField(name, value));
    }

    @Override
    public void number(String name, long value) {
        put(() -> json.writeNumberField(name, value));
    }

    @Override
    public void flag(String name, boolean value) {
        put(() -> json.writeBooleanField(name, value));
    }

    @Override
    public void absent(String name) {
        put(() -> json.writeNullField(name));
    }

    @Override
    public void object(String name, Document value) {
        put(
                () -> {
                    json.writeFieldName(name);
                    value(value);
                });
    }

    @Override
    public void list(String name, List<? extends Document> values) {
        put(
                () -> {
                    json.writeArrayFieldStart(name);
                    for (Document value : values) {
                        value(value);
                    }
                    json.writeEndArray();
                });
    }

    @Override
    public void texts(String name, List<String> values) {
        put(
                () -> {
                    json.writeArrayFieldStart(name);
                    for (String value : values) {
                        json.writeString(value);
                    }
                    json.writeEndArray();
                });
    }

    private void value(Document document) throws IOException {
        json.writeStartObject();
        document.write(this);
        json.writeEndObject();
    }

    private static void put(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A write to memory, which declares an exception that only other streams throw. */
    private interface Step {
        void run() throws IOException;
    }

    /** A buffer as a stream; the generator gathers small writes before it. */
    private static final class BufferStream extends OutputStream {
        private final Buffer buffer;

        BufferStream(Buffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public void write(int b) {
            buffer.appendByte((byte) b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            buffer.appendBytes(bytes, offset, length);
        }
    }
}
