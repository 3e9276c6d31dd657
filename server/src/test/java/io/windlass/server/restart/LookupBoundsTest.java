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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to be read back from the log is bounded: repeated ids and questions about transfers. */
class LookupBoundsTest {
    private final Machine machine =
            new Machine(new SimulatedDisk(() -> 0), Limits.State.DEFAULT).boot();
    private final List<Reply> replies = new ArrayList<>();

    @BeforeEach
    void transferOnce() {
        machine.open("bank", "external");
        machine.open("alice", "customer");
        machine.transfer("t-1", "bank", "alice");
    }

    @Test
    void repeatedCommandsBeyondTheLookupsWaitInTheInboxAndAllAreAnswered() {
        int inbox = machine.limits().inboxCommands();
        int lookups = machine.limits().lookups();
        repeat(inbox);
        machine.partition().tick();
        assertEquals(0, replies.size());
        repeat(inbox);
        assertEquals(inbox - lookups, replies.size());
        assertTrue(replies.stream().allMatch(LookupBoundsTest::isOverload));
        machine.time().until(() -> replies.size() == 2 * inbox);
        List<Reply> answered = replies.subList(inbox - lookups, 2 * inbox);
        assertTrue(answered.stream().allMatch(Reply::replayed));
    }

    @Test
    void moreQuestionsThanLookupsAreOverload() {
        int lookups = machine.limits().lookups();
        ask(lookups + 20);
        assertEquals(20, replies.size());
        assertTrue(replies.stream().allMatch(LookupBoundsTest::isOverload));
        machine.time().until(() -> replies.size() == lookups + 20);
        ask(lookups);
        machine.time().until(() -> replies.size() == 2 * lookups + 20);
        List<Reply> answered = replies.subList(20, 2 * lookups + 20);
        assertTrue(answered.stream().allMatch(reply -> reply.answer() instanceof Answer.Accepted));
    }

    private void repeat(int times) {
        for (int i = 0; i < times; i++) {
            machine.begin(
                    replies::add,
                    "POST /v1/transfers",
                    Machine.transferFields("t-1", "bank", "alice"));
        }
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            machine.begin(
                    replies::add,
                    "GET /v1/transfers/{transaction_id}",
                    "transaction_id",
                    "t-1",
                    "from_account",
                    "bank");
        }
    }

    private static boolean isOverload(Reply reply) {
        return reply.answer() instanceof Unavailable refusal
                && refusal.reason() == Unavailable.Reason.OVERLOADED;
    }
}
