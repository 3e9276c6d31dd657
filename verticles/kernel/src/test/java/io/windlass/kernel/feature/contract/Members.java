package io.windlass.kernel.feature.contract;

import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of a document by name, in the order they were written. */
public final class Members implements DocumentWriter {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Members() {}

    /** Texts, longs, booleans, maps and lists of these; members without a value are left out. */
    public static Map<String, Object> of(Document document) {
        Members members = new Members();
        document.write(members);
        return members.values;
    }

    @Override
    public void text(String name, String value) {
        values.put(name, value);
    }

    @Override
    public void number(String name, long value) {
        values.put(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        values.put(name, value);
    }

    @Override
    public void absent(String name) {
        values.remove(name);
    }

    @Override
    public void object(String name, Document value) {
        values.put(name, of(value));
    }

    @Override
    public void list(String name, List<? extends Document> documents) {
        values.put(name, documents.stream().map(Members::of).toList());
    }

    @Override
    public void texts(String name, List<String> texts) {
        values.put(name, List.copyOf(texts));
    }
}
