package io.windlass.kernel.feature;

/**
 * Not now.
 *
 * @param reason why, which also says what the client can do
 * @param detail one sentence for people
 */
public record Unavailable(Reason reason, String detail) implements Answer {
    /** Why a request cannot be served now. */
    public enum Reason {
        /** The node is full; nothing was executed. */
        OVERLOADED(16, 503),
        /** The partition has not recovered yet; nothing was executed. */
        STARTING(17, 503),
        /** Nobody leads the partition; nothing was executed. */
        NO_LEADER(18, 503),
        /** The leader changed before the command committed; it was not executed. */
        LEADER_CHANGED(19, 503),
        /** The disk is full; nothing was executed. */
        STORAGE_FULL(20, 507),
        /** Nobody can say yet whether it was executed; the same id tells later. */
        OUTCOME_UNKNOWN(21, 504);

        private final int number;
        private final int status;

        Reason(int number, int status) {
            this.number = number;
            this.status = status;
        }

        /** What stands for it in the result of a packed command, below 1,024; never reused. */
        public int number() {
            return number;
        }

        /** The HTTP status it is shown with. */
        public int status() {
            return status;
        }
    }
}
