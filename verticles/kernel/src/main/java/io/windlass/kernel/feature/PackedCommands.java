package io.windlass.kernel.feature;

import java.util.Optional;

/**
 * Commands of one kind that came together, and room for their results: for what comes by the
 * hundred thousand a second, where an object for each command costs more than its decision.
 *
 * <p>Several partitions may decide commands of it at the same time, each those of its own indexes;
 * what one of them writes, the others do not read.
 *
 * @param <S> the state of the feature
 */
public interface PackedCommands<S> {
    /** In place of a partition: more than one. */
    int SEVERAL = -1;

    /** In place of a partition: none, there is nothing to decide. */
    int NOBODY = -2;

    /** How many commands there are. */
    int count();

    /** About how much memory a command takes while it waits, with its result, in bytes. */
    int commandBytes();

    /**
     * The index, from 0, of the partition that decides a command among so many of the group; {@link
     * #SEVERAL} if the command touches several, {@link #NOBODY} if it has its answer already.
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

    /**
     * Takes note of where the answer to a command stands, after {@link #answered}: the newest event
     * that it depends on.
     */
    default void stands(int index, int partition, long sequence) {}
}
