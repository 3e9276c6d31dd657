package io.windlass.kernel.partition;

import io.windlass.base.check.Invariant;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.MessageType;
import io.windlass.kernel.feature.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events as bytes inside a frame, one after the other. Little-endian.
 *
 * <pre>
 *    0        4      6   7   8
 *   +--------+------+---+---+----------------+
 *   | length | type | v | 0 | body           |
 *   +--------+------+---+---+----------------+
 *
 *   length  of head and body in bytes
 *   v       version of the body's layout
 * </pre>
 */
final class EventCodec {
    private static final int HEAD_BYTES = 8;
    private static final int VERSION_SHIFT = 16;

    private final Map<Integer, Known<?>> known = new HashMap<>();
    private final Map<Integer, Integer> newest = new HashMap<>();
    private Known<?> last;
    private int writtenType = -1;
    private int writtenVersion;

    /** Where the event ends whose head was read last. */
    private int end;

    /** An event type of a feature of this partition. */
    private record Known<S>(Hosted<S> hosted, MessageType<Event<S>> type) {
        Found<S> read(Source source) {
            return new Found<>(hosted, type.read(source));
        }

        /** Applies the event that comes next if its feature can do so without reading it. */
        boolean replay(Source body, Moment moment) {
            return hosted.feature().replay(type, body, hosted.committed(), moment);
        }

        boolean isOf(int number, int version) {
            return type.number() == number && type.version() == version;
        }

        long touch(Source body, boolean behind) {
            return hosted.feature().touch(type, body, hosted.committed(), behind);
        }
    }

    /**
     * An event that was read, with the feature it belongs to.
     *
     * @param hosted the feature
     * @param event the event
     */
    record Found<S>(Hosted<S> hosted, Event<S> event) {
        /** Applies it to the committed rows. */
        void replay(Moment moment) {
            event.evolve(hosted.committed(), moment);
        }
    }

    EventCodec(List<Hosted<?>> features) {
        features.forEach(this::learn);
    }

    /** Writes an event behind the others. */
    void write(Event<?> event, Sink sink) {
        int start = sink.length();
        sink.u32(0).u16(event.type()).u8(newest(event.type())).u8(0);
        event.write(sink);
        sink.u32At(start, sink.length() - start);
    }

    /** Nearly always that of the type before. */
    private int newest(int type) {
        if (type != writtenType) {
            Integer version = newest.get(type);
            Invariant.hold(version != null, "an event type is not declared by its feature");
            writtenType = type;
            writtenVersion = version;
        }
        return writtenVersion;
    }

    /** Reads the next event and moves behind it. */
    Found<?> read(Source source) {
        Found<?> event = head(source).read(source);
        Invariant.hold(source.position() == end, "an event has another length");
        return event;
    }

    /** Applies the next event to the committed rows and moves behind it. */
    void replay(Source source, Moment moment) {
        int start = source.position();
        if (head(source).replay(source, moment)) {
            source.position(end);
        } else {
            source.position(start);
            read(source).replay(moment);
        }
    }

    /** Moves behind so many events and brings near what they will change. */
    long touch(Source source, int count, boolean behind) {
        long touched = 0;
        for (int i = 0; i < count; i++) {
            touched += head(source).touch(source, behind);
            source.position(end);
        }
        return touched;
    }

    /** Moves from the head of an event to its body and finds its {@link #end}. */
    private Known<?> head(Source source) {
        int start = source.position();
        end = start + Math.max(HEAD_BYTES, source.u32());
        int type = source.u16();
        int version = source.u8();
        source.u8();
        return known(type, version);
    }

    /** Moves behind so many events without reading them. */
    void skip(Source source, long count) {
        for (long i = 0; i < count; i++) {
            int start = source.position();
            source.position(start + Math.max(HEAD_BYTES, source.u32()));
        }
    }

    /** Nearly always the one before. */
    private Known<?> known(int type, int version) {
        if (last == null || !last.isOf(type, version)) {
            last = known.get(type | version << VERSION_SHIFT);
            Invariant.hold(last != null, "the log holds an event this build does not know");
        }
        return last;
    }

    private <S> void learn(Hosted<S> hosted) {
        for (MessageType<Event<S>> type : hosted.feature().events()) {
            int key = type.number() | type.version() << VERSION_SHIFT;
            Known<?> other = known.put(key, new Known<>(hosted, type));
            Invariant.hold(other == null, "two events have the number " + type.number());
            newest.merge(type.number(), type.version(), Math::max);
        }
    }
}
