package io.windlass.features.wallet;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A client's own texts on an account, sorted by name, so that equal ones have equal bytes.
 *
 * @param texts by name; never changed after construction
 */
record Metadata(SortedMap<String, String> texts) {
    static final Metadata NONE = new Metadata(new TreeMap<>());
    private static final int CAPACITY = 256;

    Metadata {
        texts = Collections.unmodifiableSortedMap(texts);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    Document document() {
        return Answer.texts(texts);
    }

    void write(Sink sink) {
        sink.u8(texts.size());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            sink.text(text.getKey()).text(text.getValue());
        }
    }

    byte[] toBytes() {
        Sink sink = new Sink(CAPACITY);
        write(sink);
        return sink.toBytes();
    }

    static Metadata read(Source source) {
        SortedMap<String, String> texts = new TreeMap<>();
        int count = source.u8();
        for (int i = 0; i < count; i++) {
            String name = source.text();
            texts.put(name, source.text());
        }
        return new Metadata(texts);
    }
}
