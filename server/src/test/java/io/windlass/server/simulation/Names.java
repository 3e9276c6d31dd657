package io.windlass.server.simulation;

import io.windlass.kernel.feature.Slots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The account ids of one run, so many in each partition: what begins with {@code j} holds yen, all
 * others dollars; a bank is outside money, a ghost is never opened.
 */
final class Names {
    private static final List<String> KINDS = List.of("u-bank", "j-bank", "u-ghost", "j-ghost");

    private final int partitions;
    private final Map<String, List<String>> ids = new HashMap<>();

    Names(int partitions, int accounts) {
        this.partitions = partitions;
        for (int index = 0; index < partitions; index++) {
            for (String kind : KINDS) {
                ids.put(kind + index, search(kind, index, 1));
            }
            ids.put("u" + index, search("u-", index, accounts));
            ids.put("j" + index, search("j-", index, accounts));
        }
    }

    int partitions() {
        return partitions;
    }

    /** The bank of a currency in a partition, counted from 0. */
    String bank(String currency, int index) {
        return ids.get(currency + "-bank" + index).get(0);
    }

    String ghost(String currency, int index) {
        return ids.get(currency + "-ghost" + index).get(0);
    }

    List<String> customers(String currency, int index) {
        return ids.get(currency + index);
    }

    /** Where an id lives, counted from 0. */
    static int home(String id, int partitions) {
        return Slots.partitionIndex(Slots.of(0, id), partitions);
    }

    private List<String> search(String start, int index, int count) {
        List<String> found = new ArrayList<>();
        for (int number = 0; found.size() < count; number++) {
            if (home(start + number, partitions) == index) {
                found.add(start + number);
            }
        }
        return found;
    }
}
