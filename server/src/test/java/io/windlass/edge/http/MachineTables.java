package io.windlass.edge.http;

import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.partition.Published;
import io.windlass.server.restart.Machine;

/** What one partition has published. */
record MachineTables(Machine machine) implements Published {
    @Override
    public <T extends SharedTable> T shared(Class<T> type) {
        return type.cast(machine.shared());
    }
}
