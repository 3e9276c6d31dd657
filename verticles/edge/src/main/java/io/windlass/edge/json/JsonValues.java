package io.windlass.edge.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.FieldTypes;
import io.windlass.kernel.feature.ItemTexts;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values of one JSON text, one after the other, as raw values.
 *
 * <p>What breaks the syntax throws. What the parser takes and we do not (a name that is there
 * twice, half of a surrogate pair, a huge exponent) is noted as trouble, so that in a list only the
 * element that has it suffers. Recursion is bounded by the parser's nesting depth.
 */
public final class JsonValues {
    /** How many places an exponent may move the point: 1e999999999 is short but fills a memory. */
    private static final int SCALE_MAX = 64;

    /** In place of the index of a name: it is none of the names. */
    public static final int STRANGE = -1;

    /** In place of the index of a name: the object has ended. */
    public static final int END = -2;

    private final JsonParser parser;
    private final boolean isEscaped;
    private Optional<String> trouble = Optional.empty();

    /**
     * The values of a parser.
     *
     * @param isEscaped whether the text has a backslash anywhere
     */
    JsonValues(JsonParser parser, boolean isEscaped) {
        this.parser = parser;
        this.isEscaped = isEscaped;
    }

    /** The first trouble since the last call. */
    public Optional<String> takeTrouble() {
        Optional<String> first = trouble;
        trouble = Optional.empty();
        return first;
    }

    /** Whether there was trouble since the last call. */
    public boolean hasTrouble() {
        return trouble.isPresent();
    }

    /** Notes what is wrong, if nothing was before. */
    public void trouble(String detail) {
        if (trouble.isEmpty()) {
            trouble = Optional.of(detail);
        }
    }

    /** The name of the object's next member, whose value is read next; empty at its end. */
    public Optional<String> nextName() throws IOException {
        String name = parser.nextFieldName();
        if (name == null) {
            return Optional.empty();
        }
        parser.nextToken();
        return Optional.of(check(name));
    }

    /** Names of members that are found without making texts of what was read. */
    public static final class Names {
        private final SerializedString[] names;

        /** These, in the order in which most clients write them. */
        public Names(String... names) {
            this.names =
                    Stream.of(names).map(SerializedString::new).toArray(SerializedString[]::new);
        }

        private int find(String name) {
            for (int i = 0; i < names.length; i++) {
                if (names[i].getValue().equals(name)) {
                    return i;
                }
            }
            return STRANGE;
        }
    }

    /**
     * Like {@link #nextName()}: the name's index, {@link #STRANGE} or {@link #END}.
     *
     * @param guess which it most likely is
     */
    public int nextName(Names names, int guess) throws IOException {
        if (parser.nextFieldName(names.names[guess])) {
            parser.nextToken();
            return guess;
        }
        if (parser.currentToken() != JsonToken.FIELD_NAME) {
            return END;
        }
        int found = names.find(parser.currentName());
        parser.nextToken();
        return found;
    }

    /** The name of the member whose value is read next. */
    public String name() throws IOException {
        return check(parser.currentName());
    }

    /**
     * Sets a field of the item that was begun last to the value that has begun, if that is a short
     * ASCII text; false if not, and then it can still be read as a {@link #value}.
     */
    public boolean text(ItemTexts texts, int field) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                && texts.set(
                        field,
                        parser.getTextCharacters(),
                        parser.getTextOffset(),
                        parser.getTextLength());
    }

    /** Whether an element of the array is to be read next; false at its end. */
    public boolean nextElement() throws IOException {
        return parser.nextToken() != JsonToken.END_ARRAY;
    }

    public boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** The members of the object that has begun. */
    public Map<String, Object> object() throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Optional<String> name = nextName(); name.isPresent(); name = nextName()) {
            if (members.put(name.get(), value()) != null) {
                trouble("the member " + name.get() + " is there twice");
            }
        }
        return members;
    }

    /** The value that has begun. */
    public Object value() throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> check(parser.getText());
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> fraction();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> FieldType.NULL;
        };
    }

    private List<Object> array() throws IOException {
        List<Object> values = new ArrayList<>();
        while (nextElement()) {
            values.add(value());
        }
        return values;
    }

    private Object whole() throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new BigDecimal(parser.getBigIntegerValue())
                : (Object) parser.getLongValue();
    }

    private BigDecimal fraction() throws IOException {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > SCALE_MAX) {
            trouble("the exponent of a number is too large");
        }
        return number;
    }

    /** Half of a surrogate pair cannot be in UTF-8, but an escape can smuggle it in. */
    private String check(String text) {
        if (isEscaped && !FieldTypes.isUnicode(text)) {
            trouble("half of a surrogate pair");
        }
        return text;
    }
}
