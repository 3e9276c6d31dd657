package io.windlass.server.simulation;

import io.windlass.features.wallet.WalletFeature;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.port.Consensus;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.simulation.SimulatedDisk;
import io.windlass.server.Features;
import java.util.List;

/**
 * What a node is lent at each boot. The default is honest; a planted bug gives something else, so
 * that no product code needs a hook for it. One object for one run.
 */
interface Lending {
    /** The disk of the next life. */
    default Disk disk(SimulatedDisk disk) {
        return disk;
    }

    /** What stands between the partition and its consensus in the next life. */
    default Consensus consensus(Consensus consensus) {
        return consensus;
    }

    /** What a client hears. */
    default Reply reply(Reply reply) {
        return reply;
    }

    /** Everything that lives in the partition; the wallet comes first. */
    default List<Feature<?>> features() {
        List<Feature<?>> all = Features.all();
        Violation.unless(all.get(0) instanceof WalletFeature, "the wallet is the first feature");
        return all;
    }

    /** Nothing is wrong with it. */
    final class Honest implements Lending {}
}
