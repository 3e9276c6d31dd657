package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.contract.Seeds;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random transfers over a few accounts against a model that counts without bounds. */
class WalletProperties {
    private static final List<String> ACCOUNTS = List.of("bank", "alice", "bob", "carol");
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final int STEPS = 200;

    private final WalletFixture wallet = new WalletFixture();
    private final Map<String, BigInteger> balances = new LinkedHashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, String> outcomes = new HashMap<>();

    @Seeds(100)
    void walletAgreesWithTheModel(long seed) {
        Random random = new Random(seed);
        wallet.withCustomers("0", "alice", "bob", "carol");
        for (String account : ACCOUNTS) {
            balances.put(account, BigInteger.ZERO);
            versions.put(account, 1L);
        }
        for (int i = 0; i < STEPS; i++) {
            int from = random.nextInt(ACCOUNTS.size());
            int to = (from + 1 + random.nextInt(ACCOUNTS.size() - 1)) % ACCOUNTS.size();
            long amount =
                    random.nextInt(8) == 0
                            ? 1 + (random.nextLong() & Long.MAX_VALUE - 1)
                            : 1 + random.nextInt(1_000);
            transfer("t-" + random.nextInt(STEPS), ACCOUNTS.get(from), ACCOUNTS.get(to), amount);
            compare();
        }
    }

    private void transfer(String id, String from, String to, long amount) {
        String text = io.windlass.base.wire.Decimals.format(amount, 2);
        String answer = wallet.transfer(id, from, to, text);
        String key = from + " " + id;
        String body = to + " " + amount;
        String known = outcomes.get(key);
        if (known == null) {
            String expected = expected(from, to, BigInteger.valueOf(amount));
            assertTrue(answer.startsWith(expected), () -> answer + " instead of " + expected);
            outcomes.put(key, body + "\n" + answer);
            return;
        }
        boolean same = known.startsWith(body + "\n");
        assertTrue(
                same ? known.equals(body + "\n" + answer) : answer.startsWith("idempotency-"),
                () -> answer + " after " + known);
    }

    private String expected(String from, String to, BigInteger amount) {
        BigInteger left = balances.get(from).subtract(amount);
        BigInteger right = balances.get(to).add(amount);
        if (!from.equals("bank") && left.signum() < 0) {
            return "insufficient-funds";
        }
        if (left.abs().compareTo(MAX) > 0 || right.abs().compareTo(MAX) > 0) {
            return "balance-overflow";
        }
        balances.put(from, left);
        balances.put(to, right);
        versions.merge(from, 1L, Long::sum);
        versions.merge(to, 1L, Long::sum);
        return "DONE {\"status\":\"SUCCEEDED\"";
    }

    private void compare() {
        BigInteger sum = BigInteger.ZERO;
        for (String name : ACCOUNTS) {
            Account account = wallet.state().find(0, name).orElseThrow();
            BigInteger posted = BigInteger.valueOf(account.standing().posted());
            assertEquals(balances.get(name), posted, name);
            assertEquals(versions.get(name), account.standing().version(), name);
            assertTrue(name.equals("bank") || posted.signum() >= 0, "below the floor");
            compareAfterBalance(account);
            sum = sum.add(posted);
        }
        assertEquals(BigInteger.ZERO, sum);
    }

    private void compareAfterBalance(Account account) {
        if (wallet.event(account.lastSequence()) instanceof Transferred event) {
            long handle = account.profile().handle();
            Transferred.Side side = event.from().handle() == handle ? event.from() : event.to();
            assertEquals(handle, side.handle());
            assertEquals(account.standing().posted(), side.posted());
        }
    }
}
