package io.windlass.server.simulation;

import io.windlass.base.wire.Hashes;
import io.windlass.kernel.log.FrameHeader;
import io.windlass.kernel.simulation.SimulatedDisk;
import io.windlass.kernel.simulation.SimulatedDisk.Content;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the files of one partition say about how far its log was committed.
 *
 * <p>A node alone cannot tell damage from the torn tail of an interrupted write where nothing says
 * that it was committed: no later frame, and no hint, which is never synced. Such damage is taken
 * back before the node starts; all other damage it has to notice.
 */
final class Evidence {
    private static final int HEADER_BYTES = 64;
    private static final int HINT_SLOT_BYTES = 512;
    private static final int HINT_CHECKED = 8;

    private final long size;
    private long commitIndex;
    private long lastCommitted;
    private long lowestDamaged = Long.MAX_VALUE;

    private record Frame(int at, FrameHeader header) {}

    private Evidence(Ledger ledger) {
        this.size = ledger.size();
    }

    /** True if the damage to a partition's log is none to what has committed, or can be seen. */
    static boolean tells(SimulatedDisk disk, Ledger ledger) {
        Evidence evidence = new Evidence(ledger);
        String directory = "partitions/" + ledger.partition() + "/";
        TreeSet<String> paths = new TreeSet<>(disk.paths());
        paths.addAll(disk.damaged());
        for (String path : paths) {
            boolean isHere =
                    path.startsWith(directory) && path.indexOf('/', directory.length()) < 0;
            if (isHere && path.endsWith(".log")) {
                evidence.segment(path, disk.content(path));
            } else if (path.equals(directory + "commit-hint")) {
                evidence.hint(disk.content(path));
            }
        }
        return evidence.lowestDamaged > evidence.lastCommitted
                || evidence.lowestDamaged <= evidence.commitIndex;
    }

    private void segment(String path, Content content) {
        int name = path.lastIndexOf('/') + 1;
        long first = Long.parseLong(path.substring(name, path.indexOf('.')));
        boolean unreadable = content.isLost() || content.isDamaged(0, HEADER_BYTES);
        if (unreadable) {
            lowestDamaged = Math.min(lowestDamaged, first);
        }
        for (Frame frame : frames(content.before())) {
            FrameHeader header = frame.header();
            if (header.kind() == FrameHeader.Kind.EVENTS && header.firstSequence() <= size) {
                lastCommitted = Math.max(lastCommitted, header.index());
            }
            if (content.isDamaged(frame.at(), frame.at() + header.length())) {
                lowestDamaged = Math.min(lowestDamaged, header.index());
            } else if (!unreadable) {
                commitIndex = Math.max(commitIndex, header.commitIndex());
            }
        }
    }

    private static List<Frame> frames(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        List<Frame> frames = new ArrayList<>();
        int at = HEADER_BYTES;
        Optional<FrameHeader> next = FrameHeader.read(bytes, at);
        while (next.isPresent()) {
            frames.add(new Frame(at, next.get()));
            at += next.get().length();
            next = FrameHeader.read(bytes, at);
        }
        return frames;
    }

    private void hint(Content content) {
        if (!content.isLost()) {
            hint(content.bytes(), 0);
            hint(content.bytes(), HINT_SLOT_BYTES);
        }
    }

    private void hint(byte[] content, int at) {
        ByteBuffer slot = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        long index = slot.getLong(at);
        byte[] checked = ByteBuffer.allocate(Long.BYTES).putLong(index).array();
        if (slot.getInt(at + HINT_CHECKED) == Hashes.crc32c(checked, 0, Long.BYTES)) {
            commitIndex = Math.max(commitIndex, index);
        }
    }
}
