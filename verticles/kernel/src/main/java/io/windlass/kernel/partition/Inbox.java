package io.windlass.kernel.partition;

import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Unavailable.Reason;
import java.util.ArrayDeque;
import java.util.List;

/** The commands that wait for their decision, in order, and not too many of them. */
final class Inbox {
    private static final int GROUP = 32;

    private final int capacity;
    private final long bytesMax;
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
    private int commands;
    private long bytes;
    private int near;

    /** Nobody reads it: it keeps the touching from being left out. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    Inbox(int capacity, long bytesMax) {
        this.capacity = capacity;
        this.bytesMax = bytesMax;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** What is decided next, which stays. */
    Entry first() {
        return waiting.element();
    }

    /** Whether the first was touched, with others behind it, and their keys were named. */
    boolean isNear() {
        return near > 0;
    }

    /** Takes note that what was touched has to be touched again. */
    void forgetNear() {
        near = 0;
    }

    /** Lets go of the first. */
    void remove() {
        Entry first = waiting.remove();
        commands -= first.commands();
        bytes -= first.bytes();
        near = Math.max(0, near - 1);
    }

    /** Brings near what the next single commands will look up, and lets them name their keys. */
    void touch() {
        int count = 0;
        for (Entry entry : waiting) {
            if (count == GROUP || !(entry instanceof Waiting<?> single)) {
                break;
            }
            touched += single.touch();
            count++;
        }
        int left = count;
        for (Entry entry : waiting) {
            if (left == 0) {
                break;
            }
            touched += ((Waiting<?>) entry).touchBehind();
            left--;
        }
        near = count;
    }

    /** Takes commands in, or refuses them because there is no room. */
    void add(Entry entry) {
        if (commands >= capacity || bytes >= bytesMax) {
            entry.refuse(
                    new Unavailable(Reason.OVERLOADED, "too many commands wait for a decision"));
            return;
        }
        waiting.add(entry);
        count(entry);
    }

    private void count(Entry entry) {
        commands += entry.commands();
        bytes += entry.bytes();
    }

    /** Takes commands in before all others, in their order. */
    void addFirst(List<Waiting<?>> entries) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            waiting.addFirst(entries.get(i));
            count(entries.get(i));
        }
        near = 0;
    }

    /** Refuses all commands that came before a moment. */
    void expire(long before, Reason reason, String detail) {
        while (!waiting.isEmpty() && waiting.peek().since() - before < 0) {
            refuse(reason, detail);
        }
    }

    /** Refuses everything. */
    void clear(Reason reason, String detail) {
        while (!waiting.isEmpty()) {
            refuse(reason, detail);
        }
    }

    private void refuse(Reason reason, String detail) {
        Entry first = waiting.element();
        remove();
        first.refuse(new Unavailable(reason, detail));
    }
}
