package io.windlass.perf.bench;

import io.vertx.core.buffer.Buffer;
import java.util.function.LongFunction;

/** One transfer in each request. */
final class SingleScript implements Script {
    static final String PATH = "/v1/wallet/balance-transfer";

    private final LongFunction<String> transfers;
    private final long count;
    private long next;

    /** So many requests; each gets its number, from 0, and tells its body. */
    SingleScript(LongFunction<String> transfers, long count) {
        this.transfers = transfers;
        this.count = count;
    }

    @Override
    public boolean hasNext() {
        return next < count;
    }

    @Override
    public Buffer next() {
        return Http.request("POST", PATH, transfers.apply(next++));
    }

    @Override
    public void answered(int status, byte[] bytes, int from, int to, Tally tally) {
        tally.count(status);
    }
}
