package io.windlass.edge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.port.Loop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much waits in a mailbox is measured in bytes. */
class MailboxTest {
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final List<String> received = new ArrayList<>();

    /** A loop that runs when it is told to. */
    private final Loop loop =
            new Loop() {
                @Override
                public void execute(Runnable task) {
                    tasks.add(task);
                }

                @Override
                public void schedule(Runnable task, long delayNanos) {
                    throw new AssertionError("a mailbox has no timer");
                }
            };

    private final Mailbox<String> mailbox =
            new Mailbox<>(loop, 10, String::length, received::add, () -> {});

    @Test
    void aMessageIsRefusedWhileTooManyBytesWait() {
        assertTrue(mailbox.offer("1234"));
        assertTrue(mailbox.offer("56789"));
        assertTrue(mailbox.offer("more than there is room for"));
        assertFalse(mailbox.offer("x"));
        runLoop();
        assertEquals(List.of("1234", "56789", "more than there is room for"), received);
        assertTrue(mailbox.offer("x"));
        runLoop();
        assertEquals(4, received.size());
    }

    @Test
    void whatWasTakenInBeforeComesThroughAFullMailbox() {
        assertTrue(mailbox.offer("all of the ten"));
        mailbox.put("an answer");
        assertFalse(mailbox.offer("a question"));
        runLoop();
        assertEquals(List.of("all of the ten", "an answer"), received);
    }

    private void runLoop() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }
}
