package io.windlass.edge.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Read;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a JSON object (RFC 8259) into raw values as {@code FieldType} describes them.
 *
 * <p>Stricter than the parser below it: names are unique, nothing follows the object, the bytes are
 * UTF-8 without a byte order mark, escaped surrogates come in pairs, and a number stays small when
 * it is written out. Any thread.
 */
public final class JsonReader {
    /** The error code of a body that is not such an object. */
    public static final String MALFORMED = "malformed-json";

    private static final int DEPTH_MAX = 16;
    private static final int TEXT_CHARS_MAX = 64 * 1024;
    private static final int NAME_CHARS_MAX = 1_024;
    private static final int NUMBER_CHARS_MAX = 64;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH_MAX)
                                    .maxStringLength(TEXT_CHARS_MAX)
                                    .maxNameLength(NAME_CHARS_MAX)
                                    .maxNumberLength(NUMBER_CHARS_MAX)
                                    .build())
                    // Names come from strangers: they must not fill the JVM's table of texts.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    // Bytes are UTF-8, whatever their first ones look like.
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    // A message about a parse error goes to the client.
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    private JsonReader() {}

    /**
     * Makes something of an object whose opening brace has been read, up to its closing brace.
     *
     * @param <T> what it makes
     */
    public interface Shape<T> {
        /** What the members make. */
        T read(JsonValues values) throws IOException;
    }

    /** What the parser takes and a request may not hold. */
    public static final class Refused extends IOException {
        private final transient Malformed why;

        /** For this reason. */
        public Refused(Malformed why) {
            super(why.detail());
            this.why = why;
        }
    }

    /** The members of an object in the order of the text, or why the bytes are not an object. */
    public static Read<Map<String, Object>> read(byte[] bytes) {
        return read(bytes, JsonValues::object);
    }

    /** What a shape makes of an object, or why the bytes are not an object of that shape. */
    public static <T> Read<T> read(byte[] bytes, Shape<T> shape) {
        ByteScan scan = ByteScan.of(bytes);
        if (!scan.isAscii() && !isUtf8(bytes)) {
            return bad("the body is not UTF-8");
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return bad("the body must be a JSON object");
            }
            JsonValues values = new JsonValues(parser, scan.hasBackslash());
            T value = shape.read(values);
            if (parser.nextToken() != null) {
                return bad("something follows the JSON object");
            }
            Optional<String> trouble = values.takeTrouble();
            return trouble.isPresent() ? bad(trouble.get()) : Read.good(value);
        } catch (Refused e) {
            return new Read.Bad<>(e.why);
        } catch (JsonParseException e) {
            return bad(e.getOriginalMessage());
        } catch (IOException | NumberFormatException e) {
            return bad("a text, a number or the nesting is beyond the limits");
        }
    }

    private static <T> Read<T> bad(String detail) {
        return Read.bad(MALFORMED, "", detail);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
