package io.windlass.kernel.feature;

import io.windlass.base.wire.Source;
import io.windlass.kernel.table.RowType;
import io.windlass.kernel.table.TableSource;
import java.util.List;

/**
 * A system on the kernel: what a partition and the edges have to know of it.
 *
 * @param <S> the state of one partition
 */
public interface Feature<S> {
    /** Its name, lower case. */
    String name();

    /** The partition group it lives in, for example {@code money}. */
    String group();

    /** Its tables. */
    List<RowType<?>> tables();

    /** Its state over the rows that {@code source} shows. */
    S state(TableSource source);

    /** Its commands. */
    List<MessageType<Command<S>>> commands();

    /** Its events, every version that was ever written. */
    List<MessageType<Event<S>>> events();

    /**
     * Reads the rows that an event will change. Replay calls it for a few events before it applies
     * them, so that the waits for memory overlap; nothing depends on the result.
     *
     * @param type how the event is named, its version included
     * @param body of the event, which need not be read to its end
     * @param behind false for the rows that the body names, true for those that are found by way of
     *     them, which are near by then
     */
    default long touch(MessageType<Event<S>> type, Source body, S committed, boolean behind) {
        return 0;
    }

    /**
     * Applies an event to the committed rows as {@link Event#evolve} does, but without making an
     * object of it, since a start replays millions; false if it did nothing, so that the event is
     * read. Worth it for the one event that a log is full of.
     *
     * @param type how the event is named, its version included
     * @param body of the event, which need not be read to its end
     */
    default boolean replay(MessageType<Event<S>> type, Source body, S committed, Moment moment) {
        return false;
    }

    /** Its endpoints, in the order they are documented. */
    List<Endpoint<S>> endpoints();

    /** What of it the binary port takes packed. */
    default List<PackedKind<S>> packed() {
        return List.of();
    }

    /** Every reason it refuses for, in order of precedence: edges document their codes. */
    default List<? extends Rejection> rejections() {
        return List.of();
    }

    /** The codes of its own {@link Malformed} answers, for example {@code amount-scale}. */
    default List<String> malformedCodes() {
        return List.of();
    }

    /** Commands that a partition needs before all others, given its decided state; often none. */
    List<Command<S>> genesis(S decided);

    /** How many numbered changes the shared tables have seen; 0 if there are none. */
    long sharedNumber(S committed);

    /**
     * The shared tables as this partition's committed rows have them: what edges read without
     * asking a partition. Immutable.
     */
    SharedTable shared(S committed);

    /** The commands that bring another partition's shared tables from {@code after} up to date. */
    List<Command<S>> sharedChanges(S committed, long after);
}
