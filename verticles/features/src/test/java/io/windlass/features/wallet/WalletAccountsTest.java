package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalletAccountsTest {
    private static final String OPEN = "PUT /v1/accounts/{account_id}";
    private final WalletFixture wallet = new WalletFixture();

    @Test
    void openedAccountIsToldInFull() {
        String opened =
                "{\"account_id\":\"alice\",\"currency\":\"USD\",\"kind\":\"customer\","
                        + "\"state\":\"OPEN\",\"overdraft_limit\":\"100.00\",\"posted\":\"0.00\","
                        + "\"held\":\"0.00\",\"incoming\":\"0.00\",\"available\":\"100.00\","
                        + "\"version\":1,\"opened_at\":\"2027-01-15T08:00:00.001000003Z\","
                        + "\"last_position\":\"1:2\",\"metadata\":{\"team\":\"red\"}}";
        assertEquals("CREATED " + opened, openAlice("100.00"));
        assertEquals("DONE " + opened, openAlice("100"));
        assertEquals("DONE " + opened, wallet.account("alice"));
        assertEquals("account-exists-different {}", openAlice("1"));
        assertEquals(2, wallet.logged());
    }

    private String openAlice(String limit) {
        return wallet.call(
                OPEN,
                "account_id",
                "alice",
                "currency",
                "USD",
                "overdraft_limit",
                limit,
                "metadata",
                Map.of("team", "red"));
    }

    @Test
    void balanceIsToldWithPositionAndTime() {
        wallet.withCustomers("5", "alice");
        assertEquals(
                "DONE {\"account_id\":\"alice\",\"currency\":\"USD\",\"posted\":\"5.00\","
                        + "\"held\":\"0.00\",\"incoming\":\"0.00\",\"available\":\"5.00\","
                        + "\"version\":2,\"position\":\"1:4\","
                        + "\"time\":\"2027-01-15T08:00:00.003000009Z\"}",
                wallet.call("GET /v1/accounts/{account_id}/balance", "account_id", "alice"));
    }

    @Test
    void openingIsReadLiterally() {
        assertEquals("unknown-currency currency", open("a", "currency", "QQQ"));
        assertEquals("unknown-currency currency", open("a", "currency", "usd"));
        assertEquals("invalid-field kind", open("a", "currency", "USD", "kind", "other"));
        assertEquals("invalid-id account_id", open(":a", "currency", "USD"));
        assertEquals("invalid-field affinity", open("family:a", "currency", "USD"));
        assertTrue(open("family:a", "currency", "USD", "affinity", true).startsWith("CREATED"));
        assertEquals(
                "amount-scale overdraft_limit",
                open("a", "currency", "JPY", "overdraft_limit", "1.0"));
        assertEquals(
                "invalid-field overdraft_limit",
                open("a", "currency", "JPY", "kind", "system", "overdraft_limit", "1"));
        assertEquals(
                "invalid-field metadata",
                open("a", "currency", "USD", "metadata", Map.of("n", 1L)));
        assertEquals(
                "invalid-field metadata",
                open("a", "currency", "USD", "metadata", Map.of("half", "\ud800")));
    }

    @Test
    void metadataIsBounded() {
        Map<String, Object> many = new HashMap<>();
        for (int i = 0; i < 17; i++) {
            many.put("n" + i, "v");
        }
        assertEquals("metadata-too-large metadata", open("a", "currency", "USD", "metadata", many));
        many.remove("n16");
        assertTrue(open("a", "currency", "USD", "metadata", many).startsWith("CREATED"));
        Map<String, Object> longText = Map.of("n", "v".repeat(1_025));
        assertEquals(
                "metadata-too-large metadata", open("b", "currency", "USD", "metadata", longText));
        Map<String, Object> longInAll = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            longInAll.put("n" + i, "v".repeat(1_000));
        }
        assertEquals(
                "metadata-too-large metadata", open("b", "currency", "USD", "metadata", longInAll));
    }

    @Test
    void freezesAddUpAndUnfreezeLiftsThemAll() {
        wallet.withCustomers("0", "alice");
        assertState("FROZEN_DEBIT", freeze("debit"));
        assertState("FROZEN", freeze("credit"));
        int logged = wallet.logged();
        assertState("FROZEN", freeze("debit"));
        assertState("FROZEN", freeze("both"));
        assertEquals(logged, wallet.logged(), "what is already so was logged");
        assertState("OPEN", wallet.act("alice", "unfreeze"));
        assertState("FROZEN_CREDIT", freeze("credit"));
        assertState("FROZEN", freeze("both"));
        assertState("OPEN", wallet.act("alice", "unfreeze", "reason", "all good"));
        logged = wallet.logged();
        assertState("OPEN", wallet.act("alice", "unfreeze"));
        assertEquals(logged, wallet.logged());
    }

    @Test
    void onlyAnEmptyOpenAccountCloses() {
        wallet.withCustomers("5", "alice");
        assertEquals("account-not-empty {}", wallet.act("alice", "close"));
        wallet.transfer("back", "alice", "bank", "5");
        freeze("both");
        assertEquals("invalid-state-transition {}", wallet.act("alice", "close"));
        wallet.act("alice", "unfreeze");
        assertState("CLOSED", wallet.act("alice", "close"));
    }

    @Test
    void closedIsForEver() {
        wallet.withCustomers("0", "alice");
        wallet.act("alice", "close");
        int logged = wallet.logged();
        assertState("CLOSED", wallet.act("alice", "close"));
        assertEquals("invalid-state-transition {}", freeze("debit"));
        assertEquals("invalid-state-transition {}", wallet.act("alice", "unfreeze"));
        assertEquals("invalid-state-transition {}", limit("alice", "0"));
        assertEquals(logged, wallet.logged());
    }

    @Test
    void limitIsNeverBelowWhatIsUsed() {
        wallet.withCustomers("0", "alice", "bob");
        assertTrue(limit("alice", "10.00").contains("\"overdraft_limit\":\"10.00\""));
        wallet.transfer("t", "alice", "bob", "4");
        assertEquals("invalid-state-transition {}", limit("alice", "3.99"));
        assertTrue(limit("alice", "4").contains("\"available\":\"0.00\""));
        int logged = wallet.logged();
        assertTrue(limit("alice", "4.00").startsWith("DONE"));
        assertEquals(logged, wallet.logged());
        assertEquals("amount-scale overdraft_limit", limit("alice", "4.000"));
        assertEquals("invalid-state-transition {}", limit("bank", "1"));
    }

    @Test
    void versionThatMovedOnIsAMismatch() {
        wallet.withCustomers("0", "alice");
        String mismatch = "version-mismatch {\"version\":1}";
        assertEquals(mismatch, wallet.act("alice", "close", "if_version", 2L));
        assertEquals(mismatch, wallet.act("alice", "unfreeze", "if_version", 2L));
        assertEquals(
                mismatch, wallet.act("alice", "limit", "overdraft_limit", "1", "if_version", 2L));
        assertEquals(
                mismatch, wallet.act("alice", "freeze", "direction", "debit", "if_version", 2L));
        assertState("CLOSED", wallet.act("alice", "close", "if_version", 1L));
    }

    @Test
    void accountNobodyOpenedIsNotFound() {
        assertEquals("account-not-found {}", wallet.account("alice"));
        assertEquals("account-not-found {}", wallet.act("alice", "close", "if_version", 2L));
        assertEquals(
                "account-not-found {}",
                wallet.call("GET /v1/accounts/{account_id}/balance", "account_id", "alice"));
    }

    @Test
    void handleHoldsSlotAndNumber() {
        wallet.withCustomers("0", "alice");
        long handle = wallet.state().find(0, "alice").orElseThrow().profile().handle();
        assertEquals(io.windlass.kernel.feature.Slots.of(0, "alice"), handle >>> 52);
        assertEquals(2, handle & ((1L << 52) - 1));
    }

    private String open(String accountId, Object... fields) {
        Object[] all = new Object[fields.length + 2];
        all[0] = "account_id";
        all[1] = accountId;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return wallet.call(OPEN, all);
    }

    private String freeze(String direction) {
        return wallet.act("alice", "freeze", "direction", direction, "reason", "lost card");
    }

    private String limit(String accountId, String amount) {
        return wallet.act(accountId, "limit", "overdraft_limit", amount);
    }

    private static void assertState(String state, String answer) {
        assertTrue(answer.startsWith("DONE {"), answer);
        assertTrue(answer.contains("\"state\":\"" + state + "\""), answer);
    }
}
