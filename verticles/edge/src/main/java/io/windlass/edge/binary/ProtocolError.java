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
    MALFORMED_PAYLOAD(8);

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
