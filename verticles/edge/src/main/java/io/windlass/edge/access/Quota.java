package io.windlass.edge.access;

/** How often a caller may ask. Any thread. */
public interface Quota {
    /** As often as it likes. */
    Quota UNLIMITED = () -> 0;

    /** Takes one request: 0 if it may be served, else after how many nanoseconds one may. */
    long take();
}
