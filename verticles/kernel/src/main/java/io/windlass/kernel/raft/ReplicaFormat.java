package io.windlass.kernel.raft;

import io.windlass.kernel.log.DamagedLogException;
import io.windlass.kernel.port.World;
import java.io.IOException;
import java.util.Optional;

/** Finds out who a replica is, or makes it somebody when its directory is empty. */
final class ReplicaFormat {
    private ReplicaFormat() {}

    static ReplicaRecord load(World world, RaftSettings settings) throws IOException {
        String directory = settings.log().directory();
        Optional<ReplicaRecord> saved = ReplicaRecord.load(world.disk(), directory);
        if (saved.isPresent()) {
            return saved.get();
        }
        // The record is made before all else: whatever is there without it was left by a replica.
        if (!world.disk().list(directory).isEmpty()) {
            throw new DamagedLogException(
                    directory + "/replica", 0, "the replica's record is missing beside its files");
        }
        String incarnation = Long.toUnsignedString(world.entropy().next(), Character.MAX_RADIX);
        ReplicaRecord fresh = ReplicaRecord.of(settings.node() + "/" + incarnation);
        fresh.save(world.disk(), directory);
        return fresh;
    }
}
