package io.windlass.kernel.feature;

import java.util.Optional;

/**
 * Commands of one kind that came together as bytes, and room for their results: for what comes by
 * the hundred thousand a second, where an object for each command costs more than its decision.
 *
 * <p>Several partitions may decide commands of it at the same time, each those of its own indexes;
 * what one of them writes, the others do not read.
 *
 * @param <S> the state of the feature
 */
public interface Packed<S> {
    /** How many commands there are. */
    int count();

    /**
     * The index, from 0, of the partition that decides a command among so many of the group; -1 if
     * the command touches several.
     */
    int partition(int index, int partitions);

    /** See {@link Command#touch}. */
    long touch(S state, int index);

    /** See {@link Command#touchBehind}. */
    long touchBehind(S state, int index);

    /**
     * The one event of a command in the usual case; empty in every other, which {@link #command}
     * decides. Reads rows by key, changes nothing, as {@link Command#decide} would.
     *
     * @param moment when, and the sequence that the event gets
     */
    Optional<Event<S>> usual(S state, int index, Moment moment);

    /** The command as an object, or what is wrong with it. */
    Read<Command<S>> command(S state, int index);

    /** Takes note of the event that {@link #usual} made; shown to nobody before it commits. */
    void logged(int index, Event<S> event, Moment moment);

    /**
     * Takes note of the answer to a command.
     *
     * @param replayed true if its id had been decided before
     */
    void answered(int index, Answer answer, boolean replayed);

    /** The results so far: as many bytes for each command as its {@link PackedKind} says. */
    byte[] results();
}
