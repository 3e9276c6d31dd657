package io.windlass.edge.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.Read;
import java.util.List;

/** Describes the fields of requests and single values of answers. */
final class FieldSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FieldSchema() {}

    /** What a field may hold, with its example. */
    static ObjectNode of(Field<?> field) {
        return of(field.type(), field.example());
    }

    /** What a value of this type may be, with an example. */
    static ObjectNode of(FieldType<?> type, String example) {
        ObjectNode schema = Tree.of(type.schema());
        schema.putArray("examples").add(example(type, example));
        return schema;
    }

    /** The object that a body with these fields is; {@code null} is not the same as missing. */
    static ObjectNode body(List<Field<?>> fields) {
        ObjectNode schema = Tree.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Field<?> field : fields) {
            properties.set(field.name(), of(field));
        }
        List<Field<?>> required = fields.stream().filter(FieldSchema::isRequired).toList();
        if (!required.isEmpty()) {
            required.forEach(field -> schema.withArray("required").add(field.name()));
        }
        return schema.put("additionalProperties", false);
    }

    /** A body with all of these fields. */
    static ObjectNode example(List<Field<?>> fields) {
        ObjectNode example = Tree.object();
        fields.forEach(field -> example.set(field.name(), example(field.type(), field.example())));
        return example;
    }

    static boolean isRequired(Field<?> field) {
        return field.presence() == Field.Presence.REQUIRED;
    }

    /** An example as JSON has it: as a text, if the type takes it like that. */
    static JsonNode example(FieldType<?> type, String example) {
        if (takes(type, example)) {
            return TextNode.valueOf(example);
        }
        try {
            JsonNode value = JSON.readTree(example);
            Object raw =
                    value.isInt()
                            ? (Object) value.longValue()
                            : JSON.convertValue(value, Object.class);
            Invariant.hold(takes(type, raw), "a type does not take its own example " + example);
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the example " + example, e);
        }
    }

    private static boolean takes(FieldType<?> type, Object raw) {
        return type.read("example", raw) instanceof Read.Good<?>;
    }
}
