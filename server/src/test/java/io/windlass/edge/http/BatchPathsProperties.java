package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.contract.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A batch has the same answers, byte by byte, and the same effect whether its items are packed as
 * they are read or made to records one by one.
 */
class BatchPathsProperties {
    private static final int BATCHES = 12;

    @Seeds(60)
    void bothWaysSayAndDoTheSame(long seed) {
        compare(BatchPath.fresh(), BatchPath.fresh(), new DrawnBatches(new Random(seed)));
    }

    @Test
    void usualItemsAreNoRecords() {
        BatchPath<?> path = BatchPath.fresh();
        String body =
                "{\"transfers\":["
                        + DrawnBatches.usual("0f8fad5b-d9cb-469f-a165-70867728950e")
                        + ","
                        + DrawnBatches.usual("t-1")
                        + "]}";
        String answer = path.packed(body.getBytes(StandardCharsets.UTF_8));
        assertTrue(answer.contains("SUCCEEDED"), answer);
        assertEquals(0, path.unusualCount());
    }

    private static void compare(BatchPath<?> records, BatchPath<?> packed, DrawnBatches drawn) {
        for (int i = 0; i < BATCHES; i++) {
            byte[] body = drawn.next();
            String text = new String(body, StandardCharsets.UTF_8);
            assertEquals(records.byRecords(body), packed.packed(body), text);
            assertEquals(records.committed(), packed.committed(), text);
            assertEquals(records.digest(), packed.digest(), text);
        }
    }
}
