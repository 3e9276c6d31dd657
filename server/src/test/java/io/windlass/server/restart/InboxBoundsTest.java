package io.windlass.server.restart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes while the inbox of a partition is full is refused and leaves nothing behind. */
class InboxBoundsTest {
    private static final String OPEN = "PUT /v1/accounts/{account_id}";
    private static final int EXCESS = 50;

    private final Machine machine =
            new Machine(new SimulatedDisk(() -> 0), Limits.State.DEFAULT).boot();
    private final List<Reply> replies = new ArrayList<>();

    @Test
    void moreCommandsThanTheInboxHoldsAreOverload() {
        int most = machine.limits().inboxCommands();
        expectExactly(most, Map.of());
    }

    @Test
    void moreBytesThanTheInboxHoldsAreOverload() {
        Limits limits = machine.limits();
        int most = (int) (limits.inboxBytes() / 8_192);
        assertTrue(most < limits.inboxCommands());
        expectExactly(most, Map.of("note", "x"));
    }

    /** Nothing runs between the calls, so all of them wait. */
    private void expectExactly(int most, Map<String, String> metadata) {
        long before = machine.partition().committed().sequence();
        for (int i = 0; i < most + EXCESS; i++) {
            open("a" + i, metadata);
        }
        assertEquals(EXCESS, replies.size());
        assertTrue(replies.stream().allMatch(InboxBoundsTest::isOverload), "" + replies);
        machine.time().until(() -> replies.size() == most + EXCESS);
        assertEquals(before + most, machine.partition().committed().sequence());
        assertTrue(
                replies.subList(EXCESS, replies.size()).stream()
                        .allMatch(reply -> reply.answer() instanceof Answer.Accepted));
        open("a" + most, metadata);
        machine.time().until(() -> replies.size() == most + EXCESS + 1);
        assertEquals(before + most + 1, machine.partition().committed().sequence());
    }

    private void open(String account, Map<String, String> metadata) {
        machine.begin(
                replies::add,
                OPEN,
                "account_id",
                account,
                "kind",
                "customer",
                "currency",
                "USD",
                "metadata",
                metadata);
    }

    private static boolean isOverload(Reply reply) {
        return reply.answer() instanceof Unavailable refusal
                && refusal.reason() == Unavailable.Reason.OVERLOADED;
    }
}
