package io.windlass.server.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed again and again while clients move money: nothing that was acknowledged
 * is lost, nothing is done twice. {@code -Dwindlass.kills=N} sets the number of kills.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("windlass.kills", 50);
    private static final int KILLS_FOR_SEGMENTS = 50;
    private static final long SEED = 20_261_122;

    @TempDir private Path data;

    @Test
    void aServerKilledUnderLoadLosesNothingAndDoublesNothing() throws Exception {
        Chaos chaos = new Chaos(data, SEED);
        chaos.run(KILLS, cycle -> {});
        assertEquals(List.of(), chaos.findings());
        assertEquals(KILLS, chaos.restartMillis().size());
        assertTrue(
                KILLS < KILLS_FOR_SEGMENTS || chaos.segments() > 1,
                "the segments were too large to roll once");
        System.out.println(Summary.of(chaos));
    }
}
