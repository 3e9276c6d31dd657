package io.windlass.kernel.feature;

import java.util.Map;

/** What a client is told, free of any protocol. Immutable, so it may cross threads. */
public sealed interface Answer permits Answer.Accepted, Rejected, Malformed, Unavailable {
    /**
     * It was done, or here is what was asked for.
     *
     * @param success which kind of success
     * @param document the body
     */
    record Accepted(Success success, Document document) implements Answer {}

    /** The kinds of success. */
    enum Success {
        /** Done, or found. */
        DONE(200, "Done, or found."),
        /** Done, and there is something new. */
        CREATED(201, "Done, and there is something new."),
        /** Taken on, the end is not known yet. */
        PENDING(202, "Taken on, the end is not known yet.");

        private final int status;
        private final String title;

        Success(int status, String title) {
            this.status = status;
            this.title = title;
        }

        /** The HTTP status it is shown with. */
        public int status() {
            return status;
        }

        /** One line for people. */
        public String title() {
            return title;
        }
    }

    /** A success with a body. */
    static Answer done(Document document) {
        return new Accepted(Success.DONE, document);
    }

    /** A success that made something new. */
    static Answer created(Document document) {
        return new Accepted(Success.CREATED, document);
    }

    /** A refusal with members of its own. */
    static Answer rejected(Rejection rejection, Document members) {
        return new Rejected(rejection, members);
    }

    /** A refusal that the code alone explains. */
    static Answer rejected(Rejection rejection) {
        return new Rejected(rejection, out -> {});
    }

    /** Members of a document as plain texts, in the map's order. */
    static Document texts(Map<String, String> members) {
        return out -> members.forEach(out::text);
    }
}
