package io.windlass.edge.net;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections that the servers of a node have open, by client address. Any thread. */
public final class OpenConnections {
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Optional<OpenConnections> whole;

    /** Those of all ports. */
    public OpenConnections() {
        this(Optional.empty());
    }

    private OpenConnections(Optional<OpenConnections> whole) {
        this.whole = whole;
    }

    /** Those of one port among all of these. */
    public OpenConnections part() {
        return new OpenConnections(Optional.of(this));
    }

    /** Counts one more; true if all ports have no more than allowed then. */
    public boolean opened(String address, ConnectionBounds bounds) {
        int all = count.incrementAndGet();
        int ofAddress = byAddress.merge(address, 1, Integer::sum);
        return whole.map(more -> more.opened(address, bounds))
                .orElse(all <= bounds.all() && ofAddress <= bounds.ofAddress());
    }

    /** Counts one less. */
    public void closed(String address) {
        count.decrementAndGet();
        byAddress.computeIfPresent(address, (same, open) -> open == 1 ? null : open - 1);
        whole.ifPresent(more -> more.closed(address));
    }

    /** How many are open. */
    public int count() {
        return count.get();
    }

    /** How many addresses have one open. */
    public int addresses() {
        return byAddress.size();
    }
}
