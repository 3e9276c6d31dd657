package io.windlass.server.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.server.it.Client;
import io.windlass.server.it.Got;
import io.windlass.server.it.Launch;
import io.windlass.server.it.RunningServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node that takes four commands at a time meets hundreds: nobody waits in vain, whoever is
 * refused was not served and may come again, and everybody is served once in the end.
 */
class OverloadIT {
    private static final int CLIENTS = 400;
    private static final int ROUNDS_MAX = 300;

    @TempDir private Path data;

    private final Books books = new Books();
    private final Salaries salaries = new Salaries(books);
    private final Crowd crowd = new Crowd(books);

    @Test
    void aFullNodeRefusesWhatItCannotTakeAndServesEverybodyInTheEnd() throws Exception {
        Launch launch = Launch.on(data).with("inbox.commands=4").with("http.loops=2");
        try (RunningServer server = launch.startReady()) {
            Client http = server.client();
            salaries.openAccounts(http);
            List<Order> waiting = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                waiting.add(salaries.next());
            }
            crowd.ask(http, waiting);
            List<Order> refused = crowd.refused();
            assertFalse(refused.isEmpty(), "nobody was refused");
            assertEquals(CLIENTS, refused.size() + books.size());
            refusedOnesNeverHappened(http, refused);
            for (int round = 0; round < ROUNDS_MAX && !crowd.refused().isEmpty(); round++) {
                crowd.ask(http, crowd.refused());
            }
            assertEquals(List.of(), crowd.refused());
            theNodeIsAsBefore(http);
            assertTrue(server.isAlive(), server::stderr);
            assertFalse(server.stderr().contains("ERROR"), server::stderr);
        }
    }

    private void refusedOnesNeverHappened(Client http, List<Order> refused) {
        for (Got refusal : crowd.refusals()) {
            refusal.problem(503, "overloaded", "not-executed", "same-id");
            assertEquals("1", refusal.header("Retry-After"));
        }
        for (Order order : refused) {
            http.get("/v1/transfers/" + order.id() + "?from_account=" + order.from()).expect(404);
        }
        books.compareSums(Seen.of(http, books.accounts(), List.of()));
        assertEquals(List.of(), books.findings());
    }

    private void theNodeIsAsBefore(Client http) {
        Got single = salaries.pay(http, salaries.next()).expect(200);
        assertFalse(single.isReplay(), "an order that was new");
        assertEquals(CLIENTS + 1, books.size());
        books.compareSums(Seen.of(http, books.accounts(), List.of()));
        // One at a time: a batch larger than the node's room is for another test.
        for (Entry entry : books.entries()) {
            assertTrue(salaries.pay(http, entry.order()).expect(200).isReplay());
        }
        assertEquals(List.of(), books.findings());
    }
}
