package io.windlass.edge.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ByteScanTest {
    @Test
    void everyByteAtEveryPlaceIsSeen() {
        for (int length = 0; length < 27; length++) {
            for (int at = 0; at < length; at++) {
                for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
                    byte[] bytes = new byte[length];
                    Arrays.fill(bytes, (byte) '[');
                    bytes[at] = (byte) value;
                    assertEquals(new ByteScan(value >= 0, value == '\\'), ByteScan.of(bytes));
                }
            }
        }
    }

    @Test
    void nothingHoldsNothing() {
        assertEquals(new ByteScan(true, false), ByteScan.of(new byte[0]));
    }
}
