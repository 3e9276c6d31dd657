package io.windlass.kernel.feature.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.MessageType;
import java.util.List;
import java.util.function.Consumer;

/** The messages of a feature as bytes. */
final class Messages<S> {
    private static final int CAPACITY = 128;
    private final Feature<S> feature;

    Messages(Feature<S> feature) {
        this.feature = feature;
    }

    void roundTrip(Command<S> command) {
        check(feature.commands(), command, command.type(), bytes(command::write));
    }

    /** The bytes of an event that comes back from them. */
    byte[] roundTrip(Event<S> event) {
        byte[] bytes = bytes(event::write);
        check(feature.events(), event, event.type(), bytes);
        return bytes;
    }

    Event<S> event(int type, byte[] bytes) {
        return eventType(type).read(new Source(bytes));
    }

    MessageType<Event<S>> eventType(int number) {
        return newest(feature.events(), number);
    }

    private static <M> void check(List<MessageType<M>> types, M message, int type, byte[] bytes) {
        Source source = new Source(bytes);
        M back = newest(types, type).read(source);
        assertEquals(message, back, "a message comes back as another");
        assertEquals(0, source.remaining(), () -> "left over behind " + message);
        byte[] again =
                back instanceof Event<?> event
                        ? bytes(event::write)
                        : bytes(((Command<?>) back)::write);
        assertArrayEquals(bytes, again, "a message comes back with other bytes");
    }

    private static byte[] bytes(Consumer<Sink> writer) {
        Sink sink = new Sink(CAPACITY);
        writer.accept(sink);
        return sink.toBytes();
    }

    private static <M> MessageType<M> newest(List<MessageType<M>> types, int number) {
        return types.stream()
                .filter(type -> type.number() == number)
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("message " + number + " is not declared"));
    }
}
