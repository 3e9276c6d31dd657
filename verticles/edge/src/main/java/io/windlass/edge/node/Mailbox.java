package io.windlass.edge.node;

import io.windlass.kernel.port.Loop;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * A bounded queue into a loop: any thread puts, the loop takes everything that is there at once.
 * Its bound is memory: each message has a weight in bytes, at least as much as it takes by itself.
 *
 * @param <T> what is sent
 */
final class Mailbox<T> {
    private final Loop loop;
    private final long bytesMax;
    private final ToIntFunction<T> weight;
    private final Consumer<T> receiver;
    private final Runnable afterBatch;
    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean awake = new AtomicBoolean();

    Mailbox(
            Loop loop,
            long bytesMax,
            ToIntFunction<T> weight,
            Consumer<T> receiver,
            Runnable afterBatch) {
        this.loop = loop;
        this.bytesMax = bytesMax;
        this.weight = weight;
        this.receiver = receiver;
        this.afterBatch = afterBatch;
    }

    /**
     * Puts a message; false if there is no room. Many threads at once may exceed it by one each.
     */
    boolean offer(T message) {
        if (bytes.get() >= bytesMax) {
            return false;
        }
        put(message);
        return true;
    }

    /** Puts a message that may not be refused: an answer to something that was bounded before. */
    void put(T message) {
        bytes.addAndGet(weight.applyAsInt(message));
        queue.add(message);
        if (awake.compareAndSet(false, true)) {
            loop.execute(this::drain);
        }
    }

    private void drain() {
        awake.set(false);
        long taken = 0;
        for (T message = queue.poll(); message != null; message = queue.poll()) {
            taken += weight.applyAsInt(message);
            receiver.accept(message);
        }
        bytes.addAndGet(-taken);
        afterBatch.run();
    }
}
