package io.windlass.edge.binary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a transfer command does; the numbers are never reused. */
enum TransferOp {
    /** Moves an amount from one account to another. */
    TRANSFER(1),
    /** Sets an amount aside. */
    HOLD(2),
    /** Moves what a hold has set aside, or a part of it. */
    CAPTURE(3),
    /** Gives back what a hold has set aside. */
    VOID(4),
    /** Moves an amount of a transfer back. */
    REVERSE(5);

    private static final List<Optional<TransferOp>> BY_NUMBER =
            IntStream.rangeClosed(0, values().length).mapToObj(TransferOp::find).toList();

    private final int number;

    TransferOp(int number) {
        this.number = number;
    }

    /** What stands for it in a command, 1 to 255. */
    int number() {
        return number;
    }

    /** The operation with a number; empty if there is none. */
    static Optional<TransferOp> of(int number) {
        return number < BY_NUMBER.size() ? BY_NUMBER.get(number) : Optional.empty();
    }

    private static Optional<TransferOp> find(int number) {
        return Arrays.stream(values()).filter(op -> op.number == number).findFirst();
    }
}
