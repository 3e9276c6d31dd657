package io.windlass.edge.http;

import io.vertx.core.buffer.Buffer;
import io.windlass.edge.call.BatchItem;
import io.windlass.edge.call.ItemPacker;
import io.windlass.edge.json.JsonValues;
import java.io.IOException;

/** A batch whose items are packed commands. */
record PackedBatch<S>(BatchDoor<S> door, ItemPacker<S> items)
        implements ReadBatch, BatchReader.Items {
    @Override
    public void add(JsonValues in) throws IOException {
        items.add(in);
    }

    @Override
    public void add(BatchItem item) {
        items.add(item);
    }

    @Override
    public int count() {
        return items.count();
    }

    @Override
    public void call(Runnable onDone) {
        door.service().callPacked(door.feature(), items.packed(), onDone);
    }

    @Override
    public String position() {
        return HighestPositions.of(items.outcomes());
    }

    @Override
    public Buffer results() {
        return door.results().json(items);
    }
}
