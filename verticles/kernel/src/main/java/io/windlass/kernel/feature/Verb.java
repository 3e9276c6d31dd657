package io.windlass.kernel.feature;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an endpoint does with a request that was read well.
 *
 * @param <S> the state of the feature
 */
public sealed interface Verb<S> {
    /** Submits a command to the partition of its route. */
    record Submit<S>(Result result, List<Answer.Success> successes, Reader<Intent<S>> reader)
            implements Single<S> {
        /** A command that makes nothing new and is decided at once. */
        public Submit(Result result, Reader<Intent<S>> reader) {
            this(result, List.of(Answer.Success.DONE), reader);
        }
    }

    /** Asks the committed rows of the partition of its route. */
    record Ask<S>(Result result, Reader<Inquiry<S>> reader) implements Single<S> {}

    /** Reads all rows of all partitions on a worker; what is shown is made of the request. */
    record Scan<S>(Result result, Function<Request, Survey<?>> survey) implements Single<S> {}

    /** A verb with one answer. */
    sealed interface Single<S> extends Verb<S> {
        /** What the body of a success holds. */
        Result result();

        /** The kinds of success that it comes to. */
        default List<Answer.Success> successes() {
            return List.of(Answer.Success.DONE);
        }
    }

    /**
     * Submits many commands of one kind at once; each has an outcome of its own.
     *
     * <p>Each element of the member's list is what the body of a request to {@code item} would be,
     * and so is each line of a stream. The path of the batch has the parameters of the item's.
     *
     * @param member the one member of the body, a list
     * @param item the endpoint of a single command; its commands go to the partition of some ids
     * @param submit the item's verb
     * @param packing makes commands of usual items with less effort than {@code submit}, and no
     *     others
     */
    record Batch<S>(
            String member, Endpoint<S> item, Submit<S> submit, Optional<Packing.Opener<S>> packing)
            implements Verb<S> {
        /** A batch whose items are all read one by one. */
        public Batch(String member, Endpoint<S> item, Submit<S> submit) {
            this(member, item, submit, Optional.empty());
        }
    }

    /** A command and where it goes. */
    record Intent<S>(Route route, Command<S> command) {}

    /** A question and where it goes. */
    record Inquiry<S>(Route route, Question<S> question) {}

    /** Makes something of a request whose fields are valid one by one. */
    @FunctionalInterface
    interface Reader<T> {
        /** What the request asks for, or what is wrong with its fields taken together. */
        Read<T> read(Request request);
    }
}
