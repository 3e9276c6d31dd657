package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/**
 * Tells what is wrong with a frame, in the order of its bytes; the checksum comes last, since
 * nobody has the bytes it is of before the length is believed.
 *
 * @param payloadBytesMax the longest payload that is taken
 */
record FrameCheck(int payloadBytesMax) {

    /** What the beginning of a header shows to be wrong, of which so many bytes are there. */
    Optional<Breach> beginning(ByteBuf bytes, int at, int available) {
        return available >= Integer.BYTES && FrameHeader.magic(bytes, at) != FrameHeader.MAGIC
                ? breach(ProtocolError.BAD_MAGIC, "a frame begins with the bytes WLBP")
                : Optional.empty();
    }

    /** What is wrong with a whole header. */
    Optional<Breach> header(ByteBuf bytes, int at) {
        int version = FrameHeader.version(bytes, at);
        if (version != FrameHeader.VERSION) {
            return breach(
                    ProtocolError.UNSUPPORTED_VERSION,
                    "version " + version + ", this is " + FrameHeader.VERSION);
        }
        Optional<FrameType> type = FrameType.of(FrameHeader.type(bytes, at));
        if (type.isEmpty()) {
            return breach(ProtocolError.UNKNOWN_TYPE, "type " + FrameHeader.type(bytes, at));
        }
        int flags = FrameHeader.flags(bytes, at);
        if (flags != 0) {
            return breach(ProtocolError.UNKNOWN_FLAGS, "flags " + flags + ", version 1 has none");
        }
        return length(type.get(), bytes, at);
    }

    /** What is wrong with a whole frame whose header is sound. */
    Optional<Breach> frame(FrameHeader header, ByteBuf bytes, int at) {
        return header.fits(bytes, at)
                ? Optional.empty()
                : breach(ProtocolError.BAD_CHECKSUM, "the bytes are not those that were sent");
    }

    private Optional<Breach> length(FrameType type, ByteBuf bytes, int at) {
        long length = FrameHeader.payloadBytes(bytes, at);
        if (length > payloadBytesMax) {
            return breach(
                    ProtocolError.PAYLOAD_TOO_LARGE,
                    length + " bytes of payload, " + payloadBytesMax + " are taken");
        }
        long count = FrameHeader.itemCount(bytes, at);
        boolean fits = type.itemBytes() == 0 ? count == 0 : count * type.itemBytes() == length;
        return fits
                ? Optional.empty()
                : breach(
                        ProtocolError.WRONG_LENGTH,
                        count + " items in " + length + " bytes of " + type);
    }

    private static Optional<Breach> breach(ProtocolError error, String detail) {
        return Optional.of(new Breach(error, detail));
    }
}
