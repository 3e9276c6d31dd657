package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.contract.FeatureContract;
import io.windlass.kernel.feature.contract.LiveRun;
import io.windlass.kernel.feature.contract.Seeds;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WalletContractTest {
    private final WalletFeature feature = new WalletFeature();

    @Seeds(30)
    void walletKeepsTheContractOfFeatures(long seed) {
        FeatureContract.check(feature, seed, 200);
    }

    @Seeds(50)
    void anIdThatHasLeftMemoryIsRecalled(long seed) {
        assertTrue(FeatureContract.checkAgeing(feature, seed, 300) > 1, "nothing has left");
    }

    @Test
    void messagesAndExamplesAreSound() {
        FeatureContract.checkNumbers(List.of(feature));
        FeatureContract.checkExamples(feature);
    }

    @Test
    void randomRequestsReachEveryEvent() {
        Set<Integer> reached = new TreeSet<>();
        for (long seed = 1; seed <= 10; seed++) {
            FeatureContract.check(feature, seed, 400).log().stream()
                    .map(LiveRun.Entry::type)
                    .forEach(reached::add);
        }
        assertEquals(feature.events().size(), reached.size(), () -> "only " + reached);
    }
}
