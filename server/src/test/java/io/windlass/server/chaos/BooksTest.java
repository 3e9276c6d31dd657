package io.windlass.server.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.server.it.Got;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tester is tested: histories in which something is wrong, and what the books say of them. */
class BooksTest {
    private static final int FIRST = 4;

    private final Books books = new Books();
    private final List<Event> history = new ArrayList<>();

    /** What a server has in its log, which need not be what it told. */
    private record Event(Order order, boolean isDone) {}

    @BeforeEach
    void threeOrdersOfWhichTheSecondIsRefused() {
        books.opened("bank");
        books.opened("alice");
        tell(order("a", 500), true);
        tell(order("b", 900), false);
        tell(order("c", 300), true);
    }

    @Test
    void anHonestHistoryIsFoundInOrder() {
        books.compare(seen());
        assertFound();
    }

    @Test
    void anAcknowledgedTransferThatIsMissingIsLost() {
        history.remove(2);
        books.compare(seen());
        assertFound("LOST events", "WRONG bank", "WRONG alice", "LOST c");
    }

    @Test
    void aMissingOneThatIsExecutedWhenItIsSentAgainIsStillLost() {
        Seen before = seen();
        Event lost = history.remove(0);
        history.add(lost);
        books.compare(new Seen(before.events(), true, before.cents(), seen().fates()));
        assertFound("LOST a", "LOST b", "LOST c");
    }

    @Test
    void aTransferThatIsThereTwiceIsDoubled() {
        history.add(history.get(0));
        books.compare(seen());
        assertFound("DOUBLED events", "WRONG bank", "WRONG alice", "LOST a");
    }

    @Test
    void aRefusedTransferThatWasExecutedIsWrong() {
        history.set(1, new Event(history.get(1).order(), true));
        books.compare(seen());
        assertFound("WRONG bank", "WRONG alice", "WRONG b");
    }

    @Test
    void anAcknowledgedTransferThatWasRefusedIsLost() {
        history.set(0, new Event(history.get(0).order(), false));
        books.compare(seen());
        assertFound("WRONG bank", "WRONG alice", "LOST a");
    }

    @Test
    void anEventThatNobodyWasToldOfIsDoubled() {
        history.add(new Event(order("stranger", 0), true));
        books.compare(seen());
        assertFound("DOUBLED events");
    }

    @Test
    void booksThatDoNotBalanceAreWrong() {
        Seen seen = seen();
        books.compare(new Seen(seen.events(), false, seen.cents(), seen.fates()));
        assertFound("WRONG trial balance");
    }

    @Test
    void oneOrderAnsweredAtTwoPositionsIsDoubled() {
        books.take(order("a", 500), answer("a", FIRST + 3, true));
        assertFound("DOUBLED a");
    }

    @Test
    void onePositionToldToTwoOrdersMeansThatTheFirstIsLost() {
        books.take(order("d", 100), answer("d", FIRST + 2, true));
        assertFound("LOST c");
    }

    @Test
    void aSecondAnswerWithOtherWordsIsWrong() {
        books.take(order("b", 900), answer("b", FIRST + 1, true));
        assertFound("WRONG b");
    }

    @Test
    void anAnswerThatIsNeitherYesNorNoIsWrong() {
        Got odd = new Got(500, HttpHeaders.of(Map.of(), (name, value) -> true), "{}");
        books.take(order("d", 100), odd);
        assertFound("WRONG d");
    }

    private void tell(Order order, boolean isDone) {
        books.take(order, answer(order.id(), FIRST + history.size(), isDone));
        history.add(new Event(order, isDone));
    }

    private static Order order(String id, long cents) {
        return new Order("bank", "alice", cents, id);
    }

    private static Got answer(String id, int position, boolean isDone) {
        String says =
                isDone
                        ? "\"status\":\"SUCCEEDED\""
                        : "\"code\":\"insufficient-funds\",\"outcome\":\"rejected\"";
        String body =
                String.format(
                        "{%s,\"transaction_id\":\"%s\",\"position\":\"1:%d\"}", says, id, position);
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        return new Got(isDone ? 200 : 422, none, body);
    }

    private Seen seen() {
        Map<String, Long> cents = new HashMap<>(Map.of("bank", 0L, "alice", 0L));
        List<Seen.Fate> fates = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            Order order = history.get(i).order();
            fates.add(new Seen.Fate(order.id(), history.get(i).isDone(), FIRST + i));
            if (history.get(i).isDone()) {
                cents.merge(order.from(), -order.cents(), Long::sum);
                cents.merge(order.to(), order.cents(), Long::sum);
            }
        }
        return new Seen(FIRST - 1 + history.size(), true, cents, fates);
    }

    private void assertFound(String... expected) {
        TreeSet<String> found = new TreeSet<>();
        for (Finding finding : books.findings()) {
            found.add(finding.kind() + " " + finding.subject());
        }
        assertEquals(new TreeSet<>(List.of(expected)), found, books.findings().toString());
        assertEquals(expected.length, found.size());
    }
}
