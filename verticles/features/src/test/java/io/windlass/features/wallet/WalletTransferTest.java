package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WalletTransferTest {
    private static final String MAX = "92233720368547758.07";
    private static final List<String> ORDER =
            Stream.of(WalletRejection.values())
                    .filter(WalletRejection::isFinal)
                    .map(WalletRejection::code)
                    .toList();
    private final WalletFixture wallet = new WalletFixture();

    @Test
    void transferMovesMoneyAndTellsBothBalances() {
        wallet.withCustomers("0", "alice");
        String answer = wallet.transfer("t-1", "bank", "alice", "25.00");
        assertEquals(
                "DONE {\"status\":\"SUCCEEDED\",\"transaction_id\":\"t-1\",\"position\":\"1:4\","
                        + "\"time\":\"2027-01-15T08:00:00.003000009Z\","
                        + "\"from_balance\":\"-25.00\",\"to_balance\":\"25.00\"}",
                answer);
        assertEquals(
                "DONE {\"transaction_id\":\"t-1\",\"status\":\"SUCCEEDED\","
                        + "\"from_account\":\"bank\","
                        + "\"to_account\":\"alice\",\"amount\":\"25.00\",\"currency\":\"USD\","
                        + "\"position\":\"1:4\",\"time\":\"2027-01-15T08:00:00.003000009Z\","
                        + "\"reversed\":\"0.00\"}",
                lookUp("t-1", "bank"));
    }

    @Test
    void transferBeyondTheBalanceIsRejected() {
        wallet.withCustomers("10", "alice", "bob");
        assertEquals(
                "insufficient-funds {\"instance\":\"/v1/transfers/t-1?from_account=alice\","
                        + "\"transaction_id\":\"t-1\",\"available\":\"10.00\","
                        + "\"requested\":\"10.01\",\"position\":\"1:7\"}",
                wallet.transfer("t-1", "alice", "bob", "10.01"));
        assertTrue(lookUp("t-1", "alice").contains("\"status\":\"REJECTED\""));
        assertTrue(lookUp("t-1", "alice").endsWith("\"code\":\"insufficient-funds\"}"));
        assertTrue(wallet.account("alice").contains("\"version\":2"));
    }

    @Test
    void overdraftLimitIsSpentToTheLastCent() {
        wallet.withCustomers("0", "alice", "bob");
        wallet.act("alice", "limit", "overdraft_limit", "5.00");
        assertTrue(wallet.transfer("t-1", "alice", "bob", "5.00").startsWith("DONE"));
        assertTrue(wallet.transfer("t-2", "alice", "bob", "0.01").startsWith("insufficient"));
    }

    @Test
    void transferNobodyMadeIsNotFound() {
        assertEquals("transfer-not-found {}", lookUp("t-1", "bank"));
    }

    /** Each refusal in a state in which it applies together with later ones. */
    @TestFactory
    Stream<DynamicTest> refusalsComeInPublishedOrder() {
        return ORDER.stream().map(code -> DynamicTest.dynamicTest(code, () -> assertFirst(code)));
    }

    private static void assertFirst(String code) {
        int from = ORDER.indexOf(code);
        WalletFixture wallet = new WalletFixture();
        boolean mismatch = from <= ORDER.indexOf("currency-mismatch");
        boolean poor = from <= ORDER.indexOf("insufficient-funds");
        if (from > ORDER.indexOf("source-not-found")) {
            wallet.open("from", poor ? "customer" : "external", "USD");
        }
        if (from > ORDER.indexOf("destination-not-found")) {
            wallet.open("to", "external", mismatch ? "EUR" : "USD");
        }
        if (from > ORDER.indexOf("currency-mismatch")) {
            wallet.open("rich", "external", "USD");
            wallet.transfer("fill", "rich", "to", MAX);
        }
        if (code.equals("source-closed")) {
            wallet.act("from", "close");
        } else if (code.equals("source-frozen")) {
            wallet.act("from", "freeze", "direction", "debit");
        }
        if (code.equals("destination-closed")) {
            wallet.act("to", "close");
        } else if (from <= ORDER.indexOf("destination-frozen") && from > 1) {
            wallet.act("to", "freeze", "direction", "credit");
        }
        String answer = wallet.transfer("t", "from", "to", MAX);
        assertTrue(answer.startsWith(code + " "), answer);
    }

    @Test
    void frozenDirectionsStopOnlyTheirOwn() {
        wallet.withCustomers("10", "alice", "bob");
        wallet.act("alice", "freeze", "direction", "debit");
        assertTrue(wallet.transfer("1", "alice", "bob", "1").startsWith("source-frozen"));
        assertTrue(wallet.transfer("2", "bob", "alice", "1").startsWith("DONE"));
        wallet.act("alice", "unfreeze");
        wallet.act("alice", "freeze", "direction", "credit");
        assertTrue(wallet.transfer("3", "alice", "bob", "1").startsWith("DONE"));
        assertTrue(wallet.transfer("4", "bob", "alice", "1").startsWith("destination-frozen"));
    }

    @Test
    void noBalanceLeavesTheRangeOfNumbers() {
        wallet.withCustomers("0", "alice");
        assertTrue(wallet.transfer("1", "bank", "alice", MAX).startsWith("DONE"));
        assertTrue(wallet.transfer("2", "bank", "alice", "0.01").startsWith("balance-overflow"));
        wallet.openCustomer("bob");
        assertTrue(wallet.transfer("3", "bank", "bob", "0.01").startsWith("balance-overflow"));
        assertTrue(
                wallet.act("alice", "limit", "overdraft_limit", "0.01")
                        .startsWith("invalid-state-transition"));
        assertTrue(wallet.transfer("4", "alice", "bank", MAX).startsWith("DONE"));
        wallet.act("alice", "limit", "overdraft_limit", MAX);
        assertTrue(wallet.transfer("5", "bank", "alice", "0.01").startsWith("balance-overflow"));
        assertTrue(wallet.transfer("6", "alice", "bank", MAX).startsWith("DONE"));
        assertTrue(wallet.account("alice").contains("\"available\":\"0.00\""));
    }

    @Test
    void fieldsAreReadInOrderAndAmountsLiterally() {
        wallet.withCustomers("0", "alice");
        assertEquals("same-account to_account", wallet.transfer("t", "bank", "bank", "1"));
        assertEquals(
                "unknown-currency currency", wallet.transfer("t", "bank", "alice", "1", "QQQ"));
        for (String bad : List.of("", "-1", "01", "1.", ".5", "1e3", " 1", "+1", "1.0000000000")) {
            assertEquals("amount-format amount", wallet.transfer("t", "bank", "alice", bad));
        }
        assertEquals("amount-scale amount", wallet.transfer("t", "bank", "alice", "1.000"));
        assertEquals("amount-not-positive amount", wallet.transfer("t", "bank", "alice", "0.00"));
        assertEquals(
                "amount-out-of-range amount",
                wallet.transfer("t", "bank", "alice", "92233720368547758.08"));
        assertEquals("invalid-id transaction_id", wallet.transfer("a b", "bank", "alice", "1"));
        assertEquals("invalid-id from_account", wallet.transfer("t", "-bank", "alice", "1"));
        assertEquals(
                "amount-not-string amount",
                wallet.call(
                        "POST /v1/wallet/balance-transfer",
                        "from_account",
                        "bank",
                        "to_account",
                        "alice",
                        "amount",
                        25L));
        assertEquals(
                "missing-transaction-id transaction_id",
                wallet.call(
                        "POST /v1/wallet/balance-transfer",
                        "from_account",
                        "bank",
                        "to_account",
                        "alice",
                        "amount",
                        "25",
                        "currency",
                        "USD"));
    }

    @Test
    void trialBalanceSumsUpToZero() {
        wallet.withCustomers("10", "alice", "bob");
        wallet.transfer("t", "alice", "bob", "3");
        assertEquals(
                "DONE {\"balanced\":true,\"partitions\":[{\"partition\":\"1\",\"position\":\"1:7\","
                        + "\"currencies\":[{\"currency\":\"USD\",\"sum\":\"0.00\",\"accounts\":3,"
                        + "\"posted_customers\":\"20.00\"}]}]}",
                wallet.call("GET /v1/audit/trial-balance"));
    }

    private String lookUp(String id, String from) {
        return wallet.call(
                "GET /v1/transfers/{transaction_id}", "transaction_id", id, "from_account", from);
    }
}
