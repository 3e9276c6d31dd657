package io.windlass.perf.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Which accounts are drawn how often. */
enum Skew {
    /** All alike. */
    UNIFORM {
        @Override
        Draw over(int count) {
            return random -> random.nextInt(count);
        }
    },
    /** The n-th account in proportion to 1/n. */
    ZIPF {
        @Override
        Draw over(int count) {
            double[] sums = new double[count];
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += 1.0 / (i + 1);
                sums[i] = sum;
            }
            double total = sum;
            return random -> {
                int at = Arrays.binarySearch(sums, random.nextDouble() * total);
                return Math.min(count - 1, at < 0 ? -at - 1 : at);
            };
        }
    },
    /** Half of all draws hit one account in a hundred. */
    HOT {
        @Override
        Draw over(int count) {
            int hot = Math.max(1, count / 100);
            return random -> random.nextInt(random.nextBoolean() ? hot : count);
        }
    },
    /** One account is a side of every transfer. */
    ONE {
        @Override
        Draw over(int count) {
            return random -> 0;
        }
    };

    /** Draws from so many accounts. */
    abstract Draw over(int count);

    /** Draws the index of an account. */
    interface Draw {
        int next(SplittableRandom random);
    }
}
