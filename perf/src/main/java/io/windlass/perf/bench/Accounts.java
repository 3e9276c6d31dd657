package io.windlass.perf.bench;

import io.windlass.kernel.feature.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The accounts of one run: customers, and for each partition a house that pays their first money
 * in. Their names are new in each run, so that a run can go to a node that has seen others.
 */
final class Accounts {
    private final int partitions;
    private final List<String> customers = new ArrayList<>();
    private final List<String> houses = new ArrayList<>();
    private final int[] places;

    Accounts(String run, int count, int partitions) {
        this.partitions = partitions;
        for (int i = 0; i < count; i++) {
            customers.add(String.format(Locale.ROOT, "bench-%s-%07d", run, i));
        }
        this.places = customers.stream().mapToInt(this::partition).toArray();
        for (int i = 0; houses.size() < partitions; i++) {
            String house = "bench-" + run + "-house-" + i;
            if (partition(house) == houses.size()) {
                houses.add(house);
            }
        }
    }

    int count() {
        return customers.size();
    }

    /** All customers' names. */
    List<String> customers() {
        return List.copyOf(customers);
    }

    String customer(int index) {
        return customers.get(index);
    }

    /** One for each partition. */
    List<String> houses() {
        return houses;
    }

    /** The house in the partition of a customer. */
    String houseOf(int customer) {
        return houses.get(places[customer]);
    }

    /** Whether a transfer between two customers stays in one partition. */
    boolean areTogether(int one, int other) {
        return places[one] == places[other];
    }

    private int partition(String id) {
        return Slots.partitionIndex(Slots.of(0, id), partitions);
    }
}
