package io.windlass.edge.binary;

import java.util.Arrays;
import java.util.Optional;

/** What a peer did wrong with a frame, so that the connection ends; numbers are never reused. */
enum ProtocolError {
    /** The frame does not begin with the magic number: this is another protocol. */
    BAD_MAGIC(1),
    /** The frame's version is not spoken here. */
    UNSUPPORTED_VERSION(2),
    /** This version has no frames of this type. */
    UNKNOWN_TYPE(3),
    /** A flag of the header is set that this version does not have. */
    UNKNOWN_FLAGS(4),
    /** The payload is longer than this side takes. */
    PAYLOAD_TOO_LARGE(5),
    /** The payload's length is not that of so many items. */
    WRONG_LENGTH(6),
    /** The bytes are not those that were sent. */
    BAD_CHECKSUM(7),
    /** The payload is not laid out like its type, or a reserved bit is set. */
    MALFORMED_PAYLOAD(8),
    /** The client has sent more than it had credit for. */
    CREDIT_EXCEEDED(9),
    /** The first frame was not HELLO, or a later one was. */
    HELLO_EXPECTED(10),
    /** Nobody has this key, or it may not send such frames. */
    UNAUTHORIZED(11),
    /** The tenant in the header is not that of the key. */
    WRONG_TENANT(12),
    /** The frame has more items than a node takes. */
    TOO_MANY_ITEMS(13),
    /** HELLO or the rest of a frame did not come in time, or nothing did. */
    TIMED_OUT(14),
    /** The node, or the client's address, has too many connections open. */
    TOO_MANY_CONNECTIONS(15),
    /** A bug in the node. */
    FAILED(24),
    /** The node has no memory left for frames that come in pieces. */
    NO_ROOM(25);

    private final int number;

    ProtocolError(int number) {
        this.number = number;
    }

    /** What stands for it in an ERROR frame, 1 to 1,023. */
    int number() {
        return number;
    }

    /** The error with a number; empty if this version has none. */
    static Optional<ProtocolError> of(int number) {
        return Arrays.stream(values()).filter(error -> error.number == number).findFirst();
    }
}
