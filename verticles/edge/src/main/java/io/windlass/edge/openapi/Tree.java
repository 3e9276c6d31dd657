package io.windlass.edge.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import java.util.List;

/** Writes a document into a tree of JSON nodes. */
final class Tree implements DocumentWriter {
    private final ObjectNode node = object();

    private Tree() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The members of a document. */
    static ObjectNode of(Document document) {
        Tree tree = new Tree();
        document.write(tree);
        return tree.node;
    }

    @Override
    public void text(String name, String value) {
        node.put(name, value);
    }

    @Override
    public void number(String name, long value) {
        node.put(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        node.put(name, value);
    }

    @Override
    public void absent(String name) {
        node.putNull(name);
    }

    @Override
    public void object(String name, Document value) {
        node.set(name, of(value));
    }

    @Override
    public void list(String name, List<? extends Document> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(value -> array.add(of(value)));
    }

    @Override
    public void texts(String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }
}
