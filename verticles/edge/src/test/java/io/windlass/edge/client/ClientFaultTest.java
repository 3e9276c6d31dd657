package io.windlass.edge.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.windlass.edge.binary.ScriptedNode;
import io.windlass.edge.binary.ScriptedNode.Transfers;
import io.windlass.edge.binary.TransferResult;
import io.windlass.edge.client.ClientException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of transfers when the connection is lost, or the node cannot do them now. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ClientFaultTest {
    private static final int OVERLOADED = 16;

    private final ClientFixture fixture = new ClientFixture(32_768);
    private final ScriptedNode node = fixture.node;
    private final List<Transfers> frames = new ArrayList<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aLostConnectionIsReplacedAndTheSameIdsAreSentAgain() {
        node.onTransfers(
                frame -> {
                    frames.add(frame);
                    if (frames.size() == 1) {
                        frame.talk().cut();
                    } else {
                        frame.answer(0);
                    }
                });
        fixture.on(client -> Future.all(fixture.transfers(client, 20))).await();
        assertEquals(2, node.talks().size());
        assertEquals(frames.get(0).ids(), frames.get(1).ids());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 18, 19, 21, 23})
    void whatTheNodeCannotDoNowIsSentAgainWithItsId(int code) {
        answerFirstWith(code);
        Future<TransferResult> transfer = fixture.on(c -> fixture.transfers(c, 1).get(0));
        assertEquals(0, transfer.await().code());
        assertEquals(3, frames.size());
        assertEquals(frames.get(0).ids(), frames.get(2).ids());
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 22, 1_032, 1_100})
    void anotherCodeIsAResult(int code) {
        answerFirstWith(code);
        Future<TransferResult> transfer = fixture.on(c -> fixture.transfers(c, 1).get(0));
        assertEquals(code, transfer.await().code());
        assertEquals(1, frames.size());
    }

    @Test
    void onlyWhatWasNotDoneIsSentAgain() {
        List<List<UUID>> later = new ArrayList<>();
        node.onTransfers(
                frame -> {
                    if (frames.isEmpty()) {
                        frames.add(frame);
                        frame.answer(index -> index % 3 == 0 ? OVERLOADED : 0);
                    } else {
                        later.add(frame.ids());
                        frame.answer(0);
                    }
                });
        fixture.on(client -> Future.all(fixture.transfers(client, 9))).await();
        List<UUID> first = frames.get(0).ids();
        assertEquals(List.of(List.of(first.get(6), first.get(3), first.get(0))), later);
    }

    @Test
    void aNodeThatNeverAnswersLeavesTheOutcomeUnknown() {
        node.onTransfers(frames::add);
        Client client = fixture.connect(patience(200));
        Future<?> transfer = fixture.onLoop(() -> fixture.transfers(client, 1).get(0));
        assertEquals(Kind.OUTCOME_UNKNOWN, fixture.failure(transfer));
        fixture.run(() -> frames.get(0).answer(0));
        node.onTransfers(frame -> frame.answer(0));
        assertEquals(0, fixture.onLoop(() -> fixture.transfers(client, 1).get(0)).await().code());
    }

    @Test
    void aNodeThatIsFullAllTheTimeHasNotExecutedIt() {
        answerAllWith(OVERLOADED);
        Client client = fixture.connect(patience(300));
        Future<?> transfer = fixture.onLoop(() -> fixture.transfers(client, 1).get(0));
        assertEquals(Kind.NOT_EXECUTED, fixture.failure(transfer));
        assertTrue(frames.size() > 2, "it was sent " + frames.size() + " times");
        assertTrue(frames.size() < 30, "it was sent " + frames.size() + " times");
    }

    @Test
    void whatMayBeDoneIsUnknownThoughItWasRefusedLater() {
        node.onTransfers(
                frame -> {
                    frames.add(frame);
                    if (frames.size() == 1) {
                        frame.talk().cut();
                    } else {
                        frame.answer(OVERLOADED);
                    }
                });
        Client client = fixture.connect(patience(300));
        Future<?> transfer = fixture.onLoop(() -> fixture.transfers(client, 1).get(0));
        assertEquals(Kind.OUTCOME_UNKNOWN, fixture.failure(transfer));
    }

    @Test
    void afterGoAwayNewTransfersTakeAnotherConnection() {
        node.onTransfers(frames::add);
        Future<?> first = fixture.on(client -> fixture.transfers(client, 1).get(0));
        fixture.await(() -> frames.size() == 1);
        fixture.run(() -> node.talks().get(0).goAway());
        fixture.await(() -> node.talks().size() == 2);
        Future<?> second = fixture.on(client -> fixture.transfers(client, 1).get(0));
        fixture.await(() -> frames.size() == 2);
        fixture.run(() -> assertEquals(node.talks().get(1), frames.get(1).talk()));
        fixture.run(() -> frames.get(1).answer(0));
        second.await();
        assertFalse(first.isComplete());
        fixture.run(() -> frames.get(0).answer(0));
        first.await();
    }

    @Test
    void bytesThatAreNoFrameEndTheConnectionWithAWord() {
        answerAllWith(0);
        fixture.run(() -> node.talks().get(0).babble());
        fixture.await(() -> node.talks().size() == 2);
        fixture.run(() -> assertEquals(List.of("BAD_MAGIC"), node.talks().get(0).lastWords()));
        fixture.on(client -> fixture.transfers(client, 1).get(0)).await();
    }

    @Test
    void aCallIsNotSentAgain() {
        fixture.run(node::ignoreCalls);
        Future<?> call = fixture.on(client -> client.call(1, new JsonObject()));
        fixture.await(() -> node.calls() == 1);
        fixture.run(() -> node.talks().get(0).cut());
        assertEquals(Kind.OUTCOME_UNKNOWN, fixture.failure(call));
        fixture.await(() -> node.talks().size() == 2);
        fixture.run(() -> assertEquals(1, node.calls()));
    }

    @Test
    void aNodeThatDoesNotTakeTheClientSaysWhy() {
        fixture.run(node::turnHostile);
        Future<?> connecting =
                fixture.onLoop(() -> Client.connect(fixture.vertx, fixture.options()));
        assertEquals(Kind.NOT_CONNECTED, fixture.failure(connecting));
        assertTrue(connecting.cause().getMessage().contains("not today"));
    }

    @Test
    void nobodyThereIsSaidAtOnce() {
        ClientOptions nowhere = ClientOptions.at("127.0.0.1", 1);
        Future<?> connecting = fixture.onLoop(() -> Client.connect(fixture.vertx, nowhere));
        assertEquals(Kind.NOT_CONNECTED, fixture.failure(connecting));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverHappensEveryTransferHasOneOutcome(long seed) {
        Random random = new Random(seed);
        Map<UUID, Integer> executed = new HashMap<>();
        node.onTransfers(
                frame -> {
                    frame.ids().forEach(id -> executed.merge(id, 1, Integer::sum));
                    switch (random.nextInt(5)) {
                        case 0 -> frame.talk().cut();
                        case 1 -> {
                            frame.talk().goAway();
                            frame.answer(0);
                        }
                        case 2 -> frame.answer(i -> random.nextBoolean() ? OVERLOADED : 0);
                        default -> frame.answer(0);
                    }
                    frame.talk().credit(frame.ids().size());
                });
        List<Future<TransferResult>> all = new ArrayList<>();
        for (int turn = 0; turn < 40; turn++) {
            int count = 1 + random.nextInt(300);
            fixture.run(() -> all.addAll(fixture.transfers(fixture.client, count)));
        }
        Future.all(all).await();
        assertEquals(all.size(), executed.size());
        assertTrue(all.stream().allMatch(one -> one.result().code() == 0));
    }

    private ClientOptions patience(int millis) {
        return fixture.options().withWaitBudget(Duration.ofMillis(millis));
    }

    private void answerAllWith(int code) {
        node.onTransfers(
                frame -> {
                    frames.add(frame);
                    frame.answer(code);
                });
    }

    /** The first two times, then done. */
    private void answerFirstWith(int code) {
        node.onTransfers(
                frame -> {
                    frames.add(frame);
                    frame.answer(frames.size() < 3 ? code : 0);
                });
    }
}
