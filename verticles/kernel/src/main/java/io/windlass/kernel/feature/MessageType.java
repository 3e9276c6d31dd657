package io.windlass.kernel.feature;

import io.windlass.base.wire.Source;
import java.util.function.Function;

/**
 * How a command or an event is named and read back.
 *
 * @param number unique over all features, 1 to 65,535, never reused
 * @param version of the layout, from 1; older versions stay readable
 * @param name for people and streams, for example {@code Transferred}
 * @param reader reads what {@code write} wrote
 * @param <M> commands or events of one feature
 */
public record MessageType<M>(
        int number, int version, String name, Function<Source, ? extends M> reader) {
    /** Reads a message body. */
    public M read(Source source) {
        return reader.apply(source);
    }
}
