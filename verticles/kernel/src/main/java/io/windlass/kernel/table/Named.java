package io.windlass.kernel.table;

import io.windlass.kernel.archive.Filters;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The keys of one table that the next decisions will ask for, in the order in which they were
 * named, which is mostly that in which they are asked for.
 */
final class Named {
    private static final int KEY_WORDS = 4;
    private static final int KEYS_MIN = 64;

    private long[] hashes = new long[KEYS_MIN];
    private long[] keys = new long[KEYS_MIN * KEY_WORDS];
    private boolean[] mayBeInFile = new boolean[KEYS_MIN];
    private int count;
    private int settled;
    private int next;

    /** Nobody reads it: it keeps the touching from being left out. */
    @SuppressWarnings("UnusedVariable")
    private long touched;

    void add(long hash, Key key) {
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            keys = Arrays.copyOf(keys, count * 2 * KEY_WORDS);
            mayBeInFile = Arrays.copyOf(mayBeInFile, count * 2);
        }
        hashes[count] = hash;
        int at = count * KEY_WORDS;
        keys[at] = key.first();
        keys[at + 1] = key.second();
        keys[at + 2] = key.third();
        keys[at + 3] = key.fourth();
        mayBeInFile[count] = false;
        count++;
    }

    /**
     * Asks the filters for all keys that were not asked for yet: one filter after the other, each
     * touched first in a loop of nothing else, so that the waits for memory overlap.
     *
     * @param doubtful told of those that a filter may know
     */
    void settle(Filters filters, IntConsumer doubtful) {
        for (int filter = 0; filter < filters.size(); filter++) {
            for (int i = settled; i < count; i++) {
                touched += filters.near(filter, hashes[i]);
            }
            for (int i = settled; i < count; i++) {
                if (filters.mayHold(filter, hashes[i])) {
                    mayBeInFile[i] = true;
                }
            }
        }
        for (int i = settled; i < count; i++) {
            if (mayBeInFile[i]) {
                doubtful.accept(i);
            }
        }
        settled = count;
    }

    Key key(int number) {
        int at = number * KEY_WORDS;
        return new Key(keys[at], keys[at + 1], keys[at + 2], keys[at + 3]);
    }

    long hash(int number) {
        return hashes[number];
    }

    boolean mayBeInFile(int number) {
        return mayBeInFile[number];
    }

    /** The number of a settled key, or -1: at once if it is the one behind the last. */
    int find(Key key) {
        if (next < settled && is(next, key)) {
            return next++;
        }
        long hash = Key.hash64(key.first(), key.second(), key.third(), key.fourth());
        for (int i = 0; i < settled; i++) {
            int at = next + i < settled ? next + i : next + i - settled;
            if (hashes[at] == hash) {
                next = at + 1;
                return at;
            }
        }
        return -1;
    }

    private boolean is(int number, Key key) {
        int at = number * KEY_WORDS;
        return keys[at] == key.first()
                && keys[at + 1] == key.second()
                && keys[at + 2] == key.third()
                && keys[at + 3] == key.fourth();
    }

    void clear() {
        count = 0;
        settled = 0;
        next = 0;
    }
}
