package io.windlass.edge.access;

/** How often a caller may ask. Any thread. */
public interface Quota {
    /** As often as it likes. */
    Quota UNLIMITED =
            new Quota() {
                @Override
                public long take() {
                    return 0;
                }

                @Override
                public void owe(int count) {}
            };

    /** Takes one request: 0 if it may be served, else after how many nanoseconds one may. */
    long take();

    /**
     * Takes what came with a request that was let in, though the quota may not have it: the caller
     * waits for it before its next one.
     *
     * @param count how many more requests it was worth, at least 0
     */
    void owe(int count);
}
