package io.windlass.kernel.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.kernel.feature.SharedTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventCountsTest {
    private final EventCounts counts = new EventCounts();

    @Test
    void typesThatTakeTurnsAreCountedEachForItself() {
        for (int i = 0; i < 300; i++) {
            counts.add(7);
            counts.add(i % 3 == 0 ? 9 : 7);
        }
        assertEquals(Map.of(7, 500, 9, 100), told());
    }

    @Test
    void thereMayBeMoreTypesThanUsual() {
        for (int type = 0; type < 20; type++) {
            for (int i = 0; i <= type; i++) {
                counts.add(type);
            }
        }
        counts.add(0);
        Map<Integer, Integer> told = told();
        assertEquals(20, told.size());
        assertEquals(2, told.get(0));
        assertEquals(20, told.get(19));
    }

    @Test
    void ofNoEventsNothingIsTold() {
        assertEquals(Map.of(), told());
    }

    private Map<Integer, Integer> told() {
        Map<Integer, Integer> told = new LinkedHashMap<>();
        counts.tell(new Listener(told));
        return told;
    }

    /** Hears of types, each once. */
    private record Listener(Map<Integer, Integer> told) implements PartitionObserver {
        @Override
        public void counted(int type, int events) {
            assertEquals(null, told.put(type, events), "a type was told twice");
        }

        @Override
        public void recovering(long index, long commitIndex) {}

        @Override
        public void recovered(long frames, long events) {}

        @Override
        public void ready() {}

        @Override
        public void published(SharedTable table) {}

        @Override
        public void committed(int events, long nanos) {}

        @Override
        public void failed(Throwable cause) {}
    }
}
