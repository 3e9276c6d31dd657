package io.windlass.edge.binary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a frame is; the numbers are never reused. */
enum FrameType {
    /** A client's first frame: who it is. */
    HELLO(1, 0),
    /** What the client may do and how much of it. */
    HELLO_REPLY(2, 0),
    /** A request to an endpoint. */
    CALL(3, 0),
    /** The answer to a call. */
    CALL_REPLY(4, 0),
    /** Commands that move money. */
    TRANSFERS(5, TransferCommand.BYTES),
    /** The results of such commands. */
    TRANSFERS_REPLY(6, TransferResult.BYTES),
    /** Names whose handles are wanted. */
    RESOLVE(7, 0),
    /** Handles for names. */
    RESOLVE_REPLY(8, ResolveReply.Handle.BYTES),
    /** The client may send more. */
    CREDIT(9, 0),
    /** The node is about to close the connection. */
    GO_AWAY(10, 0),
    /** Partitions have other leaders now. */
    MOVED(11, 0),
    /** Why the connection ends. */
    ERROR(12, 0);

    private static final List<Optional<FrameType>> BY_NUMBER =
            IntStream.rangeClosed(0, values().length).mapToObj(FrameType::find).toList();

    private final int number;
    private final int itemBytes;

    FrameType(int number, int itemBytes) {
        this.number = number;
        this.itemBytes = itemBytes;
    }

    /** What stands for it in a header, 1 to 63: it is also a bit of {@link Hello#features}. */
    int number() {
        return number;
    }

    /** How many bytes each item of the payload has; 0 without items. */
    int itemBytes() {
        return itemBytes;
    }

    /** The type with a number; empty if this version has no frames of it. */
    static Optional<FrameType> of(int number) {
        return number < BY_NUMBER.size() ? BY_NUMBER.get(number) : Optional.empty();
    }

    private static Optional<FrameType> find(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
