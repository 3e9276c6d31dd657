package io.windlass.edge.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.Read;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON object (RFC 8259) into raw values as {@link FieldType} describes them.
 *
 * <p>Stricter than the parser below it: names are unique, nothing follows the object, the bytes are
 * UTF-8 without a byte order mark, escaped surrogates come in pairs, and a number stays small when
 * it is written out. Any thread.
 */
public final class JsonReader {
    /** The error code of a body that is not such an object. */
    static final String MALFORMED = "malformed-json";

    private static final int DEPTH_MAX = 16;
    private static final int TEXT_CHARS_MAX = 64 * 1024;
    private static final int NAME_CHARS_MAX = 1_024;
    private static final int NUMBER_CHARS_MAX = 64;

    /** How many places an exponent may move the point: 1e999999999 is short but fills a memory. */
    private static final int SCALE_MAX = 64;

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

    /** The members of an object in the order of the text, or why the bytes are not an object. */
    public static Read<Map<String, Object>> read(byte[] bytes) {
        boolean isAscii = true;
        boolean isEscaped = false;
        for (byte b : bytes) {
            isAscii &= b >= 0;
            isEscaped |= b == '\\';
        }
        if (!isAscii && !isUtf8(bytes)) {
            return bad("the body is not UTF-8");
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return bad("the body must be a JSON object");
            }
            Map<String, Object> members = new Body(parser, isEscaped).object();
            return parser.nextToken() == null
                    ? Read.good(members)
                    : bad("something follows the JSON object");
        } catch (JsonParseException e) {
            return bad(e.getOriginalMessage());
        } catch (IOException | NumberFormatException e) {
            return bad("a text, a number or the nesting is beyond the limits");
        }
    }

    private static Read<Map<String, Object>> bad(String detail) {
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

    /** The values of one body; recursion is bounded by the parser's nesting depth. */
    private record Body(JsonParser parser, boolean isEscaped) {
        Map<String, Object> object() throws IOException {
            Map<String, Object> members = new LinkedHashMap<>();
            String name = parser.nextFieldName();
            while (name != null) {
                check(name);
                if (members.containsKey(name)) {
                    throw new JsonParseException(parser, "the member " + name + " is there twice");
                }
                parser.nextToken();
                members.put(name, value());
                name = parser.nextFieldName();
            }
            return members;
        }

        private List<Object> array() throws IOException {
            List<Object> values = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                values.add(value());
            }
            return values;
        }

        private Object value() throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> check(parser.getText());
                case VALUE_NUMBER_INT -> whole();
                case VALUE_NUMBER_FLOAT -> fraction();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> FieldType.NULL;
                default -> throw new JsonParseException(parser, "a value is expected");
            };
        }

        private Object whole() throws IOException {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? new BigDecimal(parser.getBigIntegerValue())
                    : (Object) parser.getLongValue();
        }

        private BigDecimal fraction() throws IOException {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) > SCALE_MAX) {
                throw new JsonParseException(parser, "the exponent of a number is too large");
            }
            return number;
        }

        /** Half of a surrogate pair cannot be in UTF-8, but an escape can smuggle it in. */
        private String check(String text) throws IOException {
            if (!isEscaped) {
                return text;
            }
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    if (i + 1 == text.length()
                            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                        throw new JsonParseException(parser, "half of a surrogate pair");
                    }
                    i++;
                }
            }
            return text;
        }
    }
}
