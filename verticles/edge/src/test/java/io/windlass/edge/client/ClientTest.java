package io.windlass.edge.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.windlass.edge.binary.ScriptedNode;
import io.windlass.edge.binary.TransferReplies;
import io.windlass.edge.binary.TransferResult;
import io.windlass.edge.client.ClientException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a client sends to a node that answers as it should: batches, credit, bounds. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ClientTest {
    private final ClientFixture fixture = new ClientFixture(100);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatIsAskedInOneTurnGoesOutAsOneFrame() {
        List<Integer> sizes = fixture.recordSizes();
        fixture.on(client -> Future.all(fixture.transfers(client, 7))).await();
        assertEquals(List.of(7), sizes);
    }

    @Test
    void whatComesWhileAFrameIsOnItsWayGoesOutTogether() {
        List<Integer> sizes = new ArrayList<>();
        List<ScriptedNode.Transfers> held = new ArrayList<>();
        Promise<Void> second = Promise.promise();
        fixture.node.onTransfers(
                frame -> {
                    sizes.add(frame.ids().size());
                    held.add(frame);
                    if (held.size() == 2) {
                        second.complete();
                        frame.answer(0);
                    }
                });
        Future<?> first = fixture.on(client -> fixture.transfers(client, 1).get(0));
        fixture.await(() -> held.size() == 1);
        Future<?> more = fixture.on(client -> Future.all(fixture.transfers(client, 5)));
        Future<?> evenMore = fixture.on(client -> Future.all(fixture.transfers(client, 4)));
        fixture.run(() -> assertEquals(List.of(1), sizes));
        fixture.run(() -> held.get(0).answer(0));
        Future.all(first, more, evenMore, second.future()).await();
        assertEquals(List.of(1, 9), sizes);
    }

    @Test
    void aClientKeepsWithinItsCredit() {
        List<ScriptedNode.Transfers> held = new ArrayList<>();
        fixture.node.onTransfers(
                frame -> {
                    held.add(frame);
                    frame.answer(0);
                });
        Future<?> all = fixture.on(client -> Future.all(fixture.transfers(client, 250)));
        fixture.await(() -> held.size() == 1);
        fixture.run(() -> assertEquals(100, held.get(0).ids().size()));
        fixture.run(() -> held.get(0).talk().credit(30));
        fixture.await(() -> held.size() == 2);
        fixture.run(() -> assertEquals(30, held.get(1).ids().size()));
        fixture.run(() -> held.get(0).talk().credit(1_000));
        all.await();
        fixture.run(() -> assertEquals(List.of(64, 56), sizes(held.subList(2, 4))));
    }

    @Test
    void muchThatWaitsIsSharedOutBetweenTwoFrames() {
        fixture.node.onTransfers(
                frame -> {
                    frame.talk().credit(1_000);
                    frame.answer(0);
                });
        fixture.on(client -> fixture.transfers(client, 1).get(0)).await();
        List<Integer> sizes = fixture.recordSizes();
        fixture.on(client -> Future.all(fixture.transfers(client, 150))).await();
        assertEquals(List.of(75, 75), sizes);
    }

    @Test
    void aBatchWaitsForItsCredit() {
        fixture.node.onTransfers(frame -> frame.answer(1_032));
        Promise<List<Integer>> first = Promise.promise();
        Promise<List<Integer>> second = Promise.promise();
        fixture.run(
                () -> {
                    fixture.client.send(fixture.frame(80), new Codes(first));
                    fixture.client.send(fixture.frame(80), new Codes(second));
                });
        assertEquals(80, first.future().await().size());
        assertFalse(second.future().isComplete());
        fixture.run(() -> fixture.node.talks().get(0).credit(60));
        assertEquals(Set.of(1_032), new HashSet<>(second.future().await()));
    }

    @Test
    void moreThanAClientTakesIsRefusedUntilItHasDrained() {
        ClientOptions small = fixture.options().withWaitingMax(10);
        List<ScriptedNode.Transfers> held = new ArrayList<>();
        fixture.node.onTransfers(held::add);
        Client client = fixture.connect(small);
        Promise<Void> drained = Promise.promise();
        List<Future<TransferResult>> all = new ArrayList<>();
        fixture.run(
                () -> {
                    client.drainHandler(drained::tryComplete);
                    assertFalse(client.isFull());
                    all.addAll(fixture.transfers(client, 11));
                    assertTrue(client.isFull());
                });
        assertEquals(Kind.FULL, fixture.failure(all.get(10)));
        assertFalse(drained.future().isComplete());
        fixture.await(() -> held.size() == 1);
        fixture.run(() -> held.get(0).answer(0));
        drained.future().await();
        fixture.node.onTransfers(frame -> frame.answer(0));
        assertEquals(0, fixture.onLoop(() -> fixture.transfers(client, 1).get(0)).await().code());
    }

    @Test
    void aRefusalByTheRulesIsAResult() {
        fixture.node.onTransfers(frame -> frame.answer(1_032));
        assertEquals(1_032, fixture.on(c -> fixture.transfers(c, 1).get(0)).await().code());
    }

    @Test
    void accountsAreAskedForOnce() {
        List<String> names = List.of("alice", "bob");
        List<Account> accounts = fixture.on(client -> client.accounts(names)).await();
        assertEquals(new Account("alice", "alice".hashCode(), 840, 2), accounts.get(0));
        assertEquals(
                accounts,
                fixture.on(client -> client.accounts(List.of("bob", "carol", "alice")))
                        .map(all -> List.of(all.get(2), all.get(0)))
                        .await());
        fixture.run(() -> assertEquals(List.of(names, List.of("carol")), fixture.node.questions()));
    }

    @Test
    void anAccountThatIsNotThereIsNamed() {
        List<String> names = List.of("alice", ScriptedNode.MISSING);
        Future<?> asked = fixture.on(client -> client.accounts(names));
        assertEquals(Kind.UNKNOWN_ACCOUNT, fixture.failure(asked));
        assertTrue(asked.cause().getMessage().contains(ScriptedNode.MISSING));
    }

    @Test
    void aCallCarriesAnObjectThereAndBack() {
        JsonObject request = new JsonObject().put("account_id", "alice");
        CallAnswer answer = fixture.on(client -> client.call(17, request)).await();
        assertEquals(request, answer.json());
        assertEquals(200, answer.status());
        assertEquals("1:17", answer.position());
        assertEquals(3, answer.retryAfterSeconds());
        assertTrue(answer.isReplayed());
    }

    @Test
    void aClientIsMadeOnAnEventLoop() {
        assertThrows(
                IllegalStateException.class,
                () -> Client.connect(fixture.vertx, fixture.options()));
    }

    @Test
    void theKeyAndTheNameGoToTheNodeAndTheKeyIsNotPrinted() {
        ClientOptions options = fixture.options().withKey("secret-1").withAgent("payer");
        fixture.connect(options);
        fixture.await(() -> fixture.node.talks().size() == 2);
        ScriptedNode.Talk talk = fixture.node.talks().get(1);
        assertEquals("payer with the key secret-1", talk.greeting());
        assertFalse(options.toString().contains("secret-1"), options::toString);
    }

    @Test
    void optionsThatLeaveNoTimeOrRoomAreRefused() {
        ClientOptions options = fixture.options();
        assertThrows(IllegalArgumentException.class, () -> options.withWaitBudget(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> options.withWaitingMax(0));
    }

    @Test
    void aBatchThatTheNodeCannotTakeIsNotSent() {
        Promise<List<Integer>> much = Promise.promise();
        fixture.run(() -> fixture.client.send(fixture.frame(8_193), new Codes(much)));
        assertEquals(Kind.NOT_EXECUTED, fixture.failure(much.future()));
    }

    @Test
    void aClosedClientSaysSo() {
        fixture.node.onTransfers(frame -> {});
        Future<?> open = fixture.on(client -> fixture.transfers(client, 1).get(0));
        fixture.await(() -> fixture.node.talks().size() == 1);
        fixture.on(Client::close).await();
        assertTrue(fixture.failure(open) != Kind.FULL);
        Future<?> after = fixture.on(client -> fixture.transfers(client, 1).get(0));
        assertEquals(Kind.NOT_EXECUTED, fixture.failure(after));
    }

    private static List<Integer> sizes(List<ScriptedNode.Transfers> frames) {
        return frames.stream().map(frame -> frame.ids().size()).toList();
    }

    /** Keeps the codes of a batch. */
    private record Codes(Promise<List<Integer>> promise) implements BatchHandler {
        @Override
        public void done(TransferReplies results) {
            List<Integer> codes = new ArrayList<>();
            for (int i = 0; i < results.count(); i++) {
                codes.add(results.code(i));
            }
            promise.complete(codes);
        }

        @Override
        public void failed(ClientException why) {
            promise.fail(why);
        }
    }
}
