package io.windlass.edge.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windlass.kernel.feature.Result;

/**
 * Describes the bodies of successes.
 *
 * <p>Unlike those of requests they are open: a later version may add members, and a client made
 * from this description has to read its answers.
 */
final class ResultSchema {
    private ResultSchema() {}

    /** The object that a body with these members is. */
    static ObjectNode of(Result result) {
        ObjectNode schema = Tree.object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (Result.Member member : result.members()) {
            properties.set(member.name(), member(member));
            if (!member.presence().isOptional()) {
                schema.withArray("required").add(member.name());
            }
        }
        return schema;
    }

    /** A body as most answers have it. */
    static ObjectNode example(Result result) {
        ObjectNode example = Tree.object();
        for (Result.Member member : result.members()) {
            if (member.presence() == Result.Presence.SOMETIMES) {
                continue;
            }
            if (member.shape() instanceof Result.Value value) {
                example.set(member.name(), FieldSchema.example(value.type(), value.example()));
            } else if (member.shape() instanceof Result.Many many) {
                example.putArray(member.name()).add(example(many.item()));
            }
        }
        return example;
    }

    private static ObjectNode member(Result.Member member) {
        ObjectNode schema = shape(member.shape());
        if (member.presence() == Result.Presence.NULLABLE) {
            String type = schema.get("type").textValue();
            ArrayNode types = schema.putArray("type");
            types.add(type).add("null");
        }
        return schema;
    }

    private static ObjectNode shape(Result.Shape shape) {
        if (shape instanceof Result.Value value) {
            return FieldSchema.of(value.type(), value.example());
        }
        ObjectNode list = Tree.object().put("type", "array");
        list.set("items", of(((Result.Many) shape).item()));
        return list;
    }
}
