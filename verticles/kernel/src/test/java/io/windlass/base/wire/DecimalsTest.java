package io.windlass.base.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalsTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 9, 10, 99, -100, 101, Long.MAX_VALUE, Long.MIN_VALUE})
    void everyScaleReadsLikeTheDecimalNumber(long units) {
        for (int scale = 0; scale <= 9; scale++) {
            assertEquals(
                    BigDecimal.valueOf(units, scale).toPlainString(),
                    Decimals.format(units, scale));
        }
    }

    @Test
    void anyNumberReadsLikeTheDecimalNumber() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long units = random.nextLong() >> random.nextInt(64);
            int scale = random.nextInt(10);
            assertEquals(
                    BigDecimal.valueOf(units, scale).toPlainString(),
                    Decimals.format(units, scale),
                    () -> units + " with " + scale);
        }
    }
}
