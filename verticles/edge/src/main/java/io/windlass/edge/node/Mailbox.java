package io.windlass.edge.node;

import io.windlass.kernel.port.Loop;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A bounded queue into a loop: any thread puts, the loop takes everything that is there at once.
 *
 * @param <T> what is sent
 */
final class Mailbox<T> {
    private final Loop loop;
    private final int capacity;
    private final Consumer<T> receiver;
    private final Runnable afterBatch;
    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicBoolean awake = new AtomicBoolean();

    Mailbox(Loop loop, int capacity, Consumer<T> receiver, Runnable afterBatch) {
        this.loop = loop;
        this.capacity = capacity;
        this.receiver = receiver;
        this.afterBatch = afterBatch;
    }

    /**
     * Puts a message; false if there is no room. Many threads at once may exceed it by one each.
     */
    boolean offer(T message) {
        if (size.get() >= capacity) {
            return false;
        }
        put(message);
        return true;
    }

    /** Puts a message that may not be refused: an answer to something that was bounded before. */
    void put(T message) {
        size.incrementAndGet();
        queue.add(message);
        if (awake.compareAndSet(false, true)) {
            loop.execute(this::drain);
        }
    }

    private void drain() {
        awake.set(false);
        int taken = 0;
        for (T message = queue.poll(); message != null; message = queue.poll()) {
            taken++;
            receiver.accept(message);
        }
        size.addAndGet(-taken);
        afterBatch.run();
    }
}
