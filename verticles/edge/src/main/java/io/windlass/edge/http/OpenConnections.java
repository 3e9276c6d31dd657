package io.windlass.edge.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections that all HTTP servers of a node have open, by client address. Any thread. */
public final class OpenConnections {
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

    /** Counts one more; true if there are no more than allowed then. */
    boolean opened(String address, HttpSizes sizes) {
        int all = count.incrementAndGet();
        int ofAddress = byAddress.merge(address, 1, Integer::sum);
        return all <= sizes.connections() && ofAddress <= sizes.addressConnections();
    }

    /** Counts one less. */
    void closed(String address) {
        count.decrementAndGet();
        byAddress.computeIfPresent(address, (same, open) -> open == 1 ? null : open - 1);
    }

    /** How many are open. */
    int count() {
        return count.get();
    }

    /** How many addresses have one open. */
    int addresses() {
        return byAddress.size();
    }
}
