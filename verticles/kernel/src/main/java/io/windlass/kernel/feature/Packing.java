package io.windlass.kernel.feature;

/**
 * Makes packed commands of the items of a batch while they are read, so that a usual one comes to
 * its partition without an object of its own. One thread.
 *
 * @param <S> the state of the feature
 */
public interface Packing<S> {
    /** Begins a batch. */
    @FunctionalInterface
    interface Opener<S> {
        /**
         * A packing without commands.
         *
         * @param around whose the batch is and what the edge knows
         * @param texts of the items: the fields of the item's endpoint, by their index there
         * @param outcomes where the commands note what became of them
         */
        Packing<S> open(Around around, ItemTexts texts, ItemOutcomes outcomes);
    }

    /** What the items of a batch have in common, and what edges know. */
    interface Around {
        /** The tenant of the caller's key. */
        int tenant();

        /** See {@link Request#shared}. */
        <T extends SharedTable> T shared(Class<T> type);
    }

    /**
     * Adds the command that the item begun last in the texts stands for, none of whose fields is
     * anything but such a text; false, and nothing is added, unless it is usual and nothing is
     * wrong with it.
     */
    boolean add();

    /** Adds a command that was read as any other. */
    void add(Verb.Intent<S> intent);

    /** Adds nothing, so that the indexes stay those of the items. */
    void skip();

    /** All of them. */
    PackedCommands<S> packed();
}
