package io.windlass.kernel.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The byte store as the leader decided it: uncommitted strings already have their reference. */
final class DecidedBytes implements ByteStore {
    private final CommittedBytes committed;
    private final Map<Long, byte[]> pending = new HashMap<>();
    private final ArrayDeque<List<byte[]>> sealed = new ArrayDeque<>();
    private List<byte[]> open = new ArrayList<>();
    private long end;

    DecidedBytes(CommittedBytes committed) {
        this.committed = committed;
    }

    @Override
    public long add(byte[] value) {
        CommittedBytes.checkLength(value);
        long at = CommittedBytes.place(Math.max(end, committed.end()), value.length);
        end = CommittedBytes.endAfter(at, value.length);
        pending.put(at + 1, value);
        open.add(value);
        return at + 1;
    }

    @Override
    public byte[] get(long reference) {
        byte[] value = pending.get(reference);
        return value == null ? committed.get(reference) : value;
    }

    void seal() {
        if (open.isEmpty()) {
            sealed.add(List.of());
        } else {
            sealed.add(open);
            open = new ArrayList<>();
        }
    }

    void commit() {
        for (byte[] value : sealed.remove()) {
            pending.remove(committed.add(value));
        }
    }

    void drop() {
        pending.clear();
        sealed.clear();
        open = new ArrayList<>();
        end = 0;
    }
}
