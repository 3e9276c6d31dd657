package io.windlass.edge.binary;

/**
 * What a client may still send before it is given more.
 *
 * <pre>
 *   left --request--> in flight --answer--> due --CREDIT--> left
 * </pre>
 *
 * <p>Their sum stays what it was at first. Used on one event loop.
 */
final class Allowance {
    private static final int DUE_PART = 4;

    private final int dueMin;
    private int left;
    private int due;
    private int inFlight;

    Allowance(int credit) {
        this.left = credit;
        this.dueMin = credit / DUE_PART;
    }

    /** Takes the cost of a request; false if there is not so much left. */
    boolean take(int cost) {
        if (cost > left) {
            return false;
        }
        left -= cost;
        inFlight++;
        return true;
    }

    /**
     * A request of such a cost is answered.
     *
     * @return how much the client has to be given now; 0 as long as that can wait
     */
    int answered(int cost) {
        inFlight--;
        due += cost;
        if (inFlight > 0 && due < dueMin) {
            return 0;
        }
        int more = due;
        left += more;
        due = 0;
        return more;
    }

    /** How many requests have no answer yet. */
    int inFlight() {
        return inFlight;
    }
}
