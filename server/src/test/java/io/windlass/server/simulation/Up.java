package io.windlass.server.simulation;

import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.partition.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One process of the node, from boot to crash: its partitions behind one door. */
final class Up {
    private final List<Life> lives;
    private final Door<?> door;
    private boolean running = true;
    private boolean open;
    private int owed;

    Up(List<Life> lives, Door<?> door) {
        this.lives = lives;
        this.door = door;
    }

    /** A partition has begun to decide: when all do and their shared tables are alike, it opens. */
    void ready() {
        if (lives.stream().allMatch(Life::isReady)) {
            door.align(all -> open = true);
        }
    }

    boolean isOpen() {
        return open && lives.stream().noneMatch(Life::hasFailed);
    }

    /** Somebody waits for an answer of this process, which still runs. */
    boolean owes() {
        return owed > 0;
    }

    boolean isRunning() {
        return running;
    }

    void end() {
        running = false;
    }

    Life life(int index) {
        return lives.get(index);
    }

    /** Which partition serves a call, counted from 0. */
    int home(Call call) {
        return call.deciding().map(id -> Names.home(id, lives.size())).orElse(0);
    }

    void call(Call call, Consumer<Reply> onReply) {
        SharedTable known =
                lives.stream()
                        .map(Life::shared)
                        .min(Comparator.comparingLong(SharedTable::number))
                        .orElseThrow();
        owed++;
        door.call(
                known,
                call,
                reply -> {
                    owed--;
                    onReply.accept(reply);
                });
    }

    void send(Batch batch, Consumer<Map<Parcel, Told>> onPart) {
        int parts =
                door.send(
                        batch,
                        part -> {
                            owed--;
                            onPart.accept(part);
                        });
        owed += parts;
    }
}
