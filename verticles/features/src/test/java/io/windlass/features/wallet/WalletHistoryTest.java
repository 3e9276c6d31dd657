package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WalletHistoryTest {
    private static final int STEPS_MAX = 256;

    /** Version v has sequence 3v here; an event keeps the one before it and the links it names. */
    private record Link(long previous, Skips named) {}

    @Test
    void anyVersionIsAtMost256StepsAway() {
        int versions = 3 * 64 * 64 * 64 + 12_345;
        List<Link> events = new ArrayList<>();
        Skips skips = Skips.NONE;
        for (long version = 1; version <= versions; version++) {
            long sequence = 3 * version;
            events.add(new Link(3 * (version - 1), skips.named(Skips.levels(version))));
            skips = skips.after(version, sequence);
        }
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            long wanted = 1L + random.nextInt(versions);
            int steps = walk(events, skips, wanted);
            assertTrue(steps <= STEPS_MAX, () -> steps + " steps to " + wanted);
        }
    }

    private static int walk(List<Link> events, Skips row, long wanted) {
        long at = newest(wanted, 3L * events.size(), row);
        int steps = 1;
        while (at / 3 > wanted) {
            Link event = events.get((int) (at / 3) - 1);
            at = newest(wanted, event.previous, event.named);
            steps++;
        }
        assertEquals(wanted, at / 3);
        return steps;
    }

    /** The link that leads furthest back without passing the wanted version. */
    private static long newest(long wanted, long previous, Skips skips) {
        long best = previous;
        for (long link : new long[] {skips.by64(), skips.by4096(), skips.by262144()}) {
            best = link / 3 >= wanted ? Math.min(best, link) : best;
        }
        return best;
    }

    @Test
    void eventsNameTheEventsBeforeThemInTheLog() {
        WalletFixture wallet = new WalletFixture().withCustomers("0", "alice", "bob");
        for (int i = 0; i < 200; i++) {
            wallet.transfer("t-" + i, "bank", i % 3 == 0 ? "bob" : "alice", "1");
        }
        Account bank = wallet.state().find(0, "bank").orElseThrow();
        assertEquals(201, bank.standing().version());
        Transferred at192 = (Transferred) wallet.event(bank.skips().by64());
        Transferred at128 = (Transferred) wallet.event(at192.from().skips().by64());
        Transferred at64 = (Transferred) wallet.event(at128.from().skips().by64());
        assertEquals(0, at64.from().skips().by64());
        assertEquals(-191_00, at192.from().posted());
        assertEquals(-127_00, at128.from().posted());
        assertEquals(-63_00, at64.from().posted());
        long at = bank.lastSequence();
        int count = 1;
        while (wallet.event(at) instanceof Transferred transferred) {
            at = transferred.from().previous();
            count++;
        }
        assertEquals(201, count);
    }
}
