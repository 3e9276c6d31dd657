package io.windlass.kernel.raft;

import io.windlass.kernel.port.CopyTarget;
import io.windlass.kernel.port.ReadableDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What was copied of a replica beside its log.
 *
 * @param term the newest term it had seen
 * @param index an index that was committed
 */
public record ReplicaCopy(int term, long index) {

    /** Copies a replica's record; empty for a directory that holds no replica yet. */
    public static Optional<ReplicaCopy> copy(ReadableDisk disk, String directory, CopyTarget target)
            throws IOException {
        Optional<ReplicaRecord> record = ReplicaFormat.saved(disk, directory);
        if (record.isPresent()) {
            byte[] content = record.get().encode();
            target.append(ReplicaRecord.path(directory), ByteBuffer.wrap(content));
        }
        return record.map(saved -> new ReplicaCopy(saved.term(), saved.newer().index()));
    }
}
