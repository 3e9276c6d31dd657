package io.windlass.kernel.raft;

import io.windlass.kernel.log.DamagedLogException;
import io.windlass.kernel.port.ReadableDisk;
import io.windlass.kernel.port.World;
import java.io.IOException;
import java.util.Optional;

/** Finds out who a replica is, or makes it somebody when its directory is empty. */
final class ReplicaFormat {
    private ReplicaFormat() {}

    static ReplicaRecord load(World world, RaftSettings settings) throws IOException {
        String directory = settings.log().directory();
        Optional<ReplicaRecord> saved = saved(world.disk(), directory);
        if (saved.isPresent()) {
            return saved.get();
        }
        String incarnation = Long.toUnsignedString(world.entropy().next(), Character.MAX_RADIX);
        ReplicaRecord fresh = ReplicaRecord.of(settings.node() + "/" + incarnation);
        fresh.save(world.disk(), directory);
        return fresh;
    }

    /** Who the replica is; empty for a directory that holds none yet. */
    static Optional<ReplicaRecord> saved(ReadableDisk disk, String directory) throws IOException {
        // The record is made before all else: whatever is there without it was left by a replica.
        // It is looked for last, because one may be made beside us at this moment.
        boolean hasFiles = !disk.list(directory).isEmpty();
        Optional<ReplicaRecord> saved = ReplicaRecord.load(disk, directory);
        if (hasFiles && saved.isEmpty()) {
            throw new DamagedLogException(
                    ReplicaRecord.path(directory),
                    0,
                    "the replica's record is missing beside its files");
        }
        return saved;
    }
}
