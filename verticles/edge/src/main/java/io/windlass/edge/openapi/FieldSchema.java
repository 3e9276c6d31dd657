package io.windlass.edge.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Read;
import java.util.List;

/** Describes the fields of requests. */
final class FieldSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FieldSchema() {}

    /** What a field may hold, with its example. */
    static ObjectNode of(Field<?> field) {
        ObjectNode schema = Tree.of(field.type().schema());
        schema.putArray("examples").add(example(field));
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
        fields.forEach(field -> example.set(field.name(), example(field)));
        return example;
    }

    static boolean isRequired(Field<?> field) {
        return field.presence() == Field.Presence.REQUIRED;
    }

    /** The example as JSON has it: as a text, if the field takes it like that. */
    private static JsonNode example(Field<?> field) {
        if (takes(field, field.example())) {
            return TextNode.valueOf(field.example());
        }
        try {
            JsonNode value = JSON.readTree(field.example());
            Object raw =
                    value.isInt()
                            ? (Object) value.longValue()
                            : JSON.convertValue(value, Object.class);
            Invariant.hold(takes(field, raw), field.name() + " does not take its own example");
            return value;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the example of " + field.name(), e);
        }
    }

    private static boolean takes(Field<?> field, Object raw) {
        return field.read(raw) instanceof Read.Good<?>;
    }
}
