package io.windlass.perf.bench;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** Many transfers in each request, as one JSON array. */
final class BatchScript implements Script {
    static final String PATH = "/v1/transfers/batch";

    private static final byte[] ITEM_STATUS =
            "\"http_status\":".getBytes(StandardCharsets.ISO_8859_1);
    private static final int STATUS_DIGITS = 3;

    private final LongFunction<String> transfers;
    private final int batch;
    private final long count;
    private long next;

    /** So many transfers, {@code batch} in each request. */
    BatchScript(LongFunction<String> transfers, int batch, long count) {
        this.transfers = transfers;
        this.batch = batch;
        this.count = count;
    }

    @Override
    public boolean hasNext() {
        return next < count;
    }

    @Override
    public Buffer next() {
        StringBuilder body = new StringBuilder("{\"transfers\":[");
        for (int i = 0; i < batch && hasNext(); i++) {
            body.append(i == 0 ? "" : ",").append(transfers.apply(next++));
        }
        return Http.request("POST", PATH, body.append("]}").toString());
    }

    @Override
    public void answered(int status, byte[] bytes, int from, int to, Tally tally) {
        if (status != 200) {
            tally.fail(batch);
            return;
        }
        for (int i = from; i + ITEM_STATUS.length + STATUS_DIGITS <= to; i++) {
            if (bytes[i] == '"' && isItemStatus(bytes, i)) {
                i += ITEM_STATUS.length;
                tally.count(
                        (bytes[i] - '0') * 100 + (bytes[i + 1] - '0') * 10 + bytes[i + 2] - '0');
            }
        }
    }

    private static boolean isItemStatus(byte[] bytes, int at) {
        for (int i = 1; i < ITEM_STATUS.length; i++) {
            if (bytes[at + i] != ITEM_STATUS[i]) {
                return false;
            }
        }
        return true;
    }
}
