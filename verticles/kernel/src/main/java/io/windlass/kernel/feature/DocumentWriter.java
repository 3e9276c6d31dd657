package io.windlass.kernel.feature;

import java.util.List;

/** Takes the members of a document; implemented once for each media type. */
public interface DocumentWriter {
    /** A text member. */
    void text(String name, String value);

    /** A whole-number member. */
    void number(String name, long value);

    /** A true-or-false member. */
    void flag(String name, boolean value);

    /** A member without a value. */
    void absent(String name);

    /** A member that is a document. */
    void object(String name, Document value);

    /** A member that is a list of documents. */
    void list(String name, List<? extends Document> values);

    /** A member that is a list of texts. */
    void texts(String name, List<String> values);

    /** Writes a text that only those see who may read what it tells; nothing for the others. */
    default void textForReaders(String name, String value) {
        text(name, value);
    }
}
