package io.windlass.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class EventLoopsTest {
    @Test
    void httpHasTheProcessorsThatPartitionsAndDiskLeave() {
        assertEquals(new EventLoops(7, 6, true), EventLoops.of(0, 1, 8));
        assertEquals(new EventLoops(7, 4, true), EventLoops.of(0, 3, 8));
    }

    @Test
    void httpSharesTheLoopsOfPartitionsWhereNoProcessorIsLeft() {
        assertEquals(new EventLoops(1, 1, false), EventLoops.of(0, 1, 2));
        assertEquals(new EventLoops(1, 1, false), EventLoops.of(0, 3, 1));
        assertEquals(new EventLoops(3, 3, false), EventLoops.of(0, 3, 4));
    }

    @Test
    void loopsThatAreAskedForServeHttpAlone() {
        assertEquals(new EventLoops(3, 2, false), EventLoops.of(2, 1, 2));
    }
}
