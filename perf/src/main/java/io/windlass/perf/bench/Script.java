package io.windlass.perf.bench;

import io.vertx.core.buffer.Buffer;

/** What a load sends, and what the answers mean. Used on the generator's loop alone. */
interface Script {
    /** Whether there is another request; a measured script never ends. */
    boolean hasNext();

    /** The next request, head and body. */
    Buffer next();

    /** Counts what an answer says; its body is {@code bytes} from {@code from} to {@code to}. */
    void answered(int status, byte[] bytes, int from, int to, Tally tally);
}
