package io.windlass.kernel.raft;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.log.DamagedLogException;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.ReadableDisk;
import java.io.IOException;
import java.util.Optional;

/**
 * What a replica must not forget beside its log: who it is, its term and vote, its two snapshot
 * positions. One small file, replaced as a whole. Little-endian.
 *
 * <pre>
 *   format u32 | member text | term u32 | vote text | older index u64, term u32, sequence u64
 *   | newer index u64, term u32, sequence u64 | crc32c u32 of everything before it
 * </pre>
 *
 * @param member this replica's id
 * @param term the newest term it has seen
 * @param vote whom it voted for in that term, empty for nobody
 * @param older the older snapshot position
 * @param newer the newer snapshot position
 */
record ReplicaRecord(String member, int term, String vote, LogPosition older, LogPosition newer) {
    private static final int FORMAT = 1;
    private static final String NAME = "replica";

    static ReplicaRecord of(String member) {
        return new ReplicaRecord(member, 0, "", LogPosition.START, LogPosition.START);
    }

    ReplicaRecord withTerm(int newTerm, String newVote) {
        return new ReplicaRecord(member, newTerm, newVote, older, newer);
    }

    /**
     * The newer position becomes the older one. After a restart from the older one the library
     * comes by the newer one again: it stays what it is, or there would be only one.
     */
    ReplicaRecord withSnapshot(LogPosition newest) {
        if (newest.index() <= newer.index()) {
            return this;
        }
        return new ReplicaRecord(member, term, vote, newer, newest);
    }

    static Optional<ReplicaRecord> load(ReadableDisk disk, String directory) throws IOException {
        String path = path(directory);
        Optional<byte[]> content = disk.read(path);
        return content.isEmpty() ? Optional.empty() : Optional.of(decode(path, content.get()));
    }

    /** Where the record of a log directory is. */
    static String path(String directory) {
        return directory + "/" + NAME;
    }

    void save(Disk disk, String directory) throws IOException {
        disk.replace(path(directory), encode());
    }

    /** The whole content of the file. */
    byte[] encode() {
        Sink sink = new Sink(128);
        sink.u32(FORMAT).text(member).u32(term).text(vote);
        position(sink, older);
        position(sink, newer);
        sink.u32(Hashes.crc32c(sink.array(), 0, sink.length()));
        return sink.toBytes();
    }

    private static ReplicaRecord decode(String path, byte[] content) throws IOException {
        int checked = content.length - Integer.BYTES;
        if (checked < Integer.BYTES) {
            throw new DamagedLogException(path, 0, "the replica's record is too short");
        }
        Source source = new Source(content);
        source.position(checked);
        if (source.u32() != Hashes.crc32c(content, 0, checked)) {
            throw new DamagedLogException(path, 0, "the replica's record has a wrong checksum");
        }
        source.position(0);
        if (source.u32() != FORMAT) {
            throw new DamagedLogException(path, 0, "the replica's record has an unknown format");
        }
        return new ReplicaRecord(
                source.text(), source.u32(), source.text(), position(source), position(source));
    }

    private static void position(Sink sink, LogPosition position) {
        sink.u64(position.index()).u32(position.term()).u64(position.sequence());
    }

    private static LogPosition position(Source source) {
        return new LogPosition(source.u64(), source.u32(), source.u64());
    }
}
