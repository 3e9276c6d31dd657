package io.windlass.edge.binary;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where partitions are led now: epoch u32, then the partitions, one behind the other.
 *
 * @param epoch a map with a higher one is newer, 0 to 2^32-1
 * @param places of all partitions
 */
record Moved(long epoch, List<Place> places) implements Payload {

    /**
     * The place of one partition: first slot u16, last slot u16, host length u16, port u16, host.
     *
     * @param firstSlot of the partition, 0 to 65,535
     * @param lastSlot of the partition, which is its own
     * @param port of the binary protocol there
     * @param host name or address
     */
    record Place(int firstSlot, int lastSlot, int port, String host) {
        private static final int LAST_SLOT_AT = 2;
        private static final int HOST_LENGTH_AT = 4;
        private static final int PORT_AT = 6;
        private static final int HOST_AT = 8;

        private static Optional<Place> read(ByteBuf payload, int at) {
            int left = payload.writerIndex() - at;
            if (left < HOST_AT || left - HOST_AT < hostBytes(payload, at)) {
                return Optional.empty();
            }
            return Optional.of(
                    new Place(
                            payload.getUnsignedShortLE(at),
                            payload.getUnsignedShortLE(at + LAST_SLOT_AT),
                            payload.getUnsignedShortLE(at + PORT_AT),
                            payload.toString(
                                    at + HOST_AT, hostBytes(payload, at), StandardCharsets.UTF_8)));
        }

        private static int hostBytes(ByteBuf payload, int at) {
            return payload.getUnsignedShortLE(at + HOST_LENGTH_AT);
        }

        private static int bytes(ByteBuf payload, int at) {
            return HOST_AT + hostBytes(payload, at);
        }

        private void write(ByteBuf target) {
            byte[] text = Texts.bytes(host);
            target.writeShortLE(firstSlot).writeShortLE(lastSlot);
            target.writeShortLE(text.length).writeShortLE(port).writeBytes(text);
        }
    }

    static Optional<Moved> read(ByteBuf payload) {
        if (payload.readableBytes() < Integer.BYTES) {
            return Optional.empty();
        }
        List<Place> places = new ArrayList<>();
        int at = payload.readerIndex() + Integer.BYTES;
        while (at < payload.writerIndex()) {
            Optional<Place> place = Place.read(payload, at);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            places.add(place.get());
            at += Place.bytes(payload, at);
        }
        return Optional.of(new Moved(payload.getUnsignedIntLE(payload.readerIndex()), places));
    }

    @Override
    public FrameType type() {
        return FrameType.MOVED;
    }

    @Override
    public void write(ByteBuf target) {
        target.writeIntLE((int) epoch);
        places.forEach(place -> place.write(target));
    }
}
