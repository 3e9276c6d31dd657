package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.table.Tables;

/**
 * A feature with its state in one partition.
 *
 * @param feature the feature
 * @param decided its state as the leader decided it
 * @param committed its state as committed
 */
record Hosted<S>(Feature<S> feature, S decided, S committed) {
    static <S> Hosted<S> of(Feature<S> feature, Tables tables) {
        return new Hosted<>(
                feature, feature.state(tables.decided()), feature.state(tables.committed()));
    }
}
