package io.windlass.kernel.feature;

import java.util.List;

/** Takes the whole numbers of a document and nothing else. */
@FunctionalInterface
public interface NumberWriter extends DocumentWriter {
    @Override
    void number(String name, long value);

    @Override
    default void text(String name, String value) {}

    @Override
    default void flag(String name, boolean value) {}

    @Override
    default void absent(String name) {}

    @Override
    default void object(String name, Document value) {}

    @Override
    default void list(String name, List<? extends Document> values) {}

    @Override
    default void texts(String name, List<String> values) {}
}
