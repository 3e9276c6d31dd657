package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.wire.Id128;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WalletIdempotencyTest {
    private static final String MAX = "92233720368547758.07";
    private static final String UUID = "0190163d-8694-739b-aea5-966c26f8ad91";
    private final WalletFixture wallet = new WalletFixture();

    /** States in which a transfer of 1 dollar from alice to bob comes to each possible outcome. */
    private static final Map<String, Consumer<WalletFixture>> OUTCOMES = new TreeMap<>();

    static {
        OUTCOMES.put("DONE", w -> w.withCustomers("10", "alice", "bob"));
        OUTCOMES.put("source-not-found", w -> w.withCustomers("0", "bob"));
        OUTCOMES.put("destination-not-found", w -> w.withCustomers("0", "alice"));
        OUTCOMES.put(
                "source-closed", w -> w.withCustomers("0", "alice", "bob").act("alice", "close"));
        OUTCOMES.put(
                "source-frozen",
                w ->
                        w.withCustomers("10", "alice", "bob")
                                .act("alice", "freeze", "direction", "both"));
        OUTCOMES.put(
                "destination-closed",
                w -> w.withCustomers("0", "alice", "bob").act("bob", "close"));
        OUTCOMES.put(
                "destination-frozen",
                w ->
                        w.withCustomers("10", "alice", "bob")
                                .act("bob", "freeze", "direction", "both"));
        OUTCOMES.put(
                "currency-mismatch",
                w -> w.withCustomers("10", "alice").open("bob", "customer", "EUR"));
        OUTCOMES.put("insufficient-funds", w -> w.withCustomers("0", "alice", "bob"));
        OUTCOMES.put(
                "balance-overflow",
                w -> {
                    w.withCustomers("10", "alice").openCustomer("bob");
                    w.open("second", "external", "USD");
                    w.transfer("fill", "second", "bob", MAX);
                });
    }

    @Test
    void matrixKnowsEveryFinalRefusal() {
        List<String> codes =
                Stream.of(WalletRejection.values())
                        .filter(WalletRejection::isFinal)
                        .map(WalletRejection::code)
                        .toList();
        assertTrue(OUTCOMES.keySet().containsAll(codes));
    }

    @TestFactory
    Stream<DynamicTest> sameBodyGetsTheFirstAnswerAndAnotherBodyAMismatch() {
        return OUTCOMES.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> repeat(name)));
    }

    private static void repeat(String outcome) {
        WalletFixture wallet = new WalletFixture();
        OUTCOMES.get(outcome).accept(wallet);
        String first = wallet.transfer("t-1", "alice", "bob", "1");
        assertTrue(first.startsWith(outcome), first);
        int logged = wallet.logged();
        assertEquals(first, wallet.transfer("t-1", "alice", "bob", "1.00"));
        assertMismatch(wallet.transfer("t-1", "alice", "bob", "2"), "\"amount\"", logged);
        assertMismatch(wallet.transfer("t-1", "alice", "carol", "1"), "\"to_account\"", logged);
        assertMismatch(
                wallet.transfer("t-1", "alice", "carol", "3", "EUR"),
                "\"to_account\",\"amount\",\"currency\"",
                logged);
        assertEquals(logged, wallet.logged(), "a repeated id was logged");
        assertEquals(first, wallet.transfer("t-1", "alice", "bob", "1"));
    }

    private static void assertMismatch(String answer, String differs, int sequence) {
        assertEquals(
                "idempotency-mismatch {\"instance\":\"/v1/transfers/t-1?from_account=alice\","
                        + "\"transaction_id\":\"t-1\",\"differs\":["
                        + differs
                        + "],\"position\":\"1:"
                        + sequence
                        + "\"}",
                answer);
    }

    @Test
    void refusedIdStaysRefusedWhenTheMoneyHasArrived() {
        wallet.withCustomers("0", "alice", "bob");
        String refused = wallet.transfer("t-1", "alice", "bob", "1");
        wallet.transfer("f-1", "bank", "alice", "100");
        assertEquals(refused, wallet.transfer("t-1", "alice", "bob", "1"));
        assertTrue(wallet.transfer("t-2", "alice", "bob", "1").startsWith("DONE"));
    }

    @Test
    void refusedIdOfAMissingSourceStaysRefusedWhenItIsOpened() {
        wallet.withCustomers("0", "bob");
        String refused = wallet.transfer("t-1", "alice", "bob", "1");
        wallet.openCustomer("alice");
        wallet.transfer("f-1", "bank", "alice", "100");
        assertEquals(refused, wallet.transfer("t-1", "alice", "bob", "1"));
    }

    @Test
    void sameIdOfTwoSourceAccountsIsTwoTransfers() {
        wallet.withCustomers("10", "alice", "bob");
        assertTrue(wallet.transfer("t-1", "alice", "bob", "1").startsWith("DONE"));
        assertTrue(wallet.transfer("t-1", "bob", "alice", "1").startsWith("DONE"));
    }

    @Test
    void tenantsHaveIdsAndAccountsOfTheirOwn() {
        wallet.withCustomers("10", "alice", "bob");
        int usd = wallet.state().findCurrency("USD").orElseThrow().number();
        TransactionId id = TransactionId.of("t-1");
        Transfer ours = Transfer.of(id, 0, "alice", "bob", 100, usd);
        Transfer theirs = Transfer.of(id, 7, "alice", "bob", 100, usd);
        String refused = wallet.submit(theirs);
        assertTrue(refused.startsWith("source-not-found"), refused);
        assertTrue(wallet.submit(ours).startsWith("DONE"));
        int logged = wallet.logged();
        assertEquals(refused, wallet.submit(theirs));
        assertEquals(logged, wallet.logged());
    }

    @Test
    void secondUseInOneFrameIsAnsweredFromTheFirst() {
        wallet.withCustomers("10", "alice", "bob");
        int usd = wallet.state().findCurrency("USD").orElseThrow().number();
        Transfer transfer = Transfer.of(TransactionId.of("t-1"), 0, "alice", "bob", 100, usd);
        int logged = wallet.logged();
        wallet.live().submit(transfer);
        wallet.live().submit(transfer);
        assertEquals(logged + 1, wallet.logged());
    }

    @Test
    void uuidCountsByValueAndIsToldInLowerCase() {
        wallet.withCustomers("10", "alice", "bob");
        String first =
                wallet.transfer(UUID.toUpperCase(java.util.Locale.ROOT), "alice", "bob", "1");
        assertTrue(first.contains("\"transaction_id\":\"" + UUID + "\""), first);
        assertEquals(first, wallet.transfer(UUID, "alice", "bob", "1"));
        Transferred event = (Transferred) wallet.lastEvent();
        assertEquals(
                new TransactionId(new Id128(0x0190163d8694739bL, 0xaea5966c26f8ad91L), ""),
                event.id());
    }

    @Test
    void otherTextsDifferByCase() {
        wallet.withCustomers("10", "alice", "bob");
        wallet.transfer("t-a", "alice", "bob", "1");
        int logged = wallet.logged();
        assertTrue(wallet.transfer("T-A", "alice", "bob", "1").startsWith("DONE"));
        assertEquals(logged + 1, wallet.logged());
    }

    @Test
    void timedIdMoreThanADayAheadIsNotUsedUp() {
        wallet.withCustomers("10", "alice", "bob");
        int logged = wallet.logged();
        long dayAhead = 1_800_000_000_000L + 86_400_000L;
        assertEquals(
                "id-in-future transaction_id",
                wallet.transfer(timed(dayAhead + 1_000), "alice", "bob", "1"));
        assertEquals(logged, wallet.logged());
        assertTrue(wallet.transfer(timed(dayAhead), "alice", "bob", "1").startsWith("DONE"));
    }

    private static String timed(long millis) {
        return new java.util.UUID(millis << 16 | 0x7001, 0x8000000000000001L).toString();
    }
}
