package io.windlass.edge.http;

import io.vertx.core.buffer.Buffer;
import io.windlass.edge.call.BatchItem;
import io.windlass.edge.call.Surroundings;
import io.windlass.edge.json.JsonValues;
import io.windlass.kernel.partition.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A batch of which each item is a request. */
final class RecordBatch implements ReadBatch, BatchReader.Items {
    private static final int USUAL_ITEMS = 1_024;

    private final BatchDoor<?> door;
    private final Surroundings around;
    private final List<BatchItem> items = new ArrayList<>(USUAL_ITEMS);
    private List<Reply> replies = List.of();

    RecordBatch(BatchDoor<?> door, Surroundings around) {
        this.door = door;
        this.around = around;
    }

    @Override
    public void add(JsonValues in) throws IOException {
        items.add(door.reader().item().item(around, in));
    }

    @Override
    public void add(BatchItem item) {
        items.add(item);
    }

    @Override
    public int count() {
        return items.size();
    }

    @Override
    public void call(Runnable onDone) {
        door.call(
                items,
                all -> {
                    replies = all;
                    onDone.run();
                });
    }

    @Override
    public String position() {
        return HighestPositions.of(replies);
    }

    @Override
    public Buffer results() {
        return door.results().json(items, replies);
    }
}
