package io.windlass.kernel.feature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Where an id lives: a hash of its routed text picks one of 4,096 slots, slots are dealt to
 * partitions in runs.
 *
 * <p>The routed text is what stands before the first {@code :}, else the whole id; ids with the
 * same routed text share a partition for ever.
 */
public final class Slots {
    /** How many slots there are, the same for every group, for ever. */
    public static final int COUNT = 4_096;

    private Slots() {}

    /** The slot of an id, 0 to 4,095: CRC32C of the tenant (4 bytes big-endian) and routed text. */
    public static int of(int tenant, String id) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(tenant).array());
        crc.update(routedText(id).getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % COUNT);
    }

    /** The index, from 0, of the group's partition that a slot belongs to. */
    public static int partitionIndex(int slot, int partitions) {
        return slot * partitions / COUNT;
    }

    private static String routedText(String id) {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }
}
