package io.windlass.features.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.contract.LiveRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletCurrenciesTest {
    private static final String POINT =
            "{\"code\":\"POINT\",\"numeric\":null,\"scale\":3,\"name\":\"Point\","
                    + "\"status\":\"active\"}";
    private final WalletFixture wallet = new WalletFixture();

    @Test
    void firstEditionIsKnownFromTheStart() {
        Currencies currencies = wallet.state().shared();
        assertEquals(164, currencies.byCode().size());
        assertScale("USD", 2);
        assertScale("KRW", 0);
        assertScale("JPY", 0);
        assertScale("KWD", 3);
        assertScale("BHD", 3);
        assertScale("CLF", 4);
        String list = wallet.call("GET /v1/currencies");
        assertTrue(list.startsWith("DONE {\"edition\":1,\"number\":1,\"currencies\":[{"), list);
        assertTrue(
                list.contains(
                        "{\"code\":\"ALL\",\"numeric\":\"008\",\"scale\":2,\"name\":\"Lek\","
                                + "\"status\":\"active\"}"));
    }

    private void assertScale(String code, int scale) {
        assertEquals(scale, wallet.state().shared().find(code).orElseThrow().scale(), code);
    }

    @Test
    void ownCurrencyIsRegisteredOnceAndNeverChanged() {
        assertEquals("CREATED " + POINT, register("POINT", 3, "Point"));
        assertEquals("DONE " + POINT, register("POINT", 3, "Point"));
        assertEquals("currency-exists-different {}", register("POINT", 2, "Point"));
        assertEquals("currency-exists-different {}", register("POINT", 3, "Points"));
        assertEquals("currency-exists-different {}", register("USD", 3, "US Dollar"));
        assertTrue(register("USD", 2, "US Dollar").startsWith("DONE"));
        assertEquals("invalid-field scale", register("OTHER", 10, "x"));
        assertEquals("invalid-field code", register("X", 1, "x"));
        assertEquals(2, wallet.state().shared().number());
    }

    @Test
    void numberedChangesAreAcceptedInOrderOnly() {
        Command<Wallets> second = new CurrencyCommand.RegisterCurrency(2, "AAA", 1, "A");
        Command<Wallets> third = new CurrencyCommand.RegisterCurrency(3, "BBB", 1, "B");
        assertEquals("STARTING", wallet.submit(third));
        assertTrue(wallet.submit(second).startsWith("CREATED"));
        assertTrue(wallet.submit(third).startsWith("CREATED"));
        assertTrue(wallet.submit(second).startsWith("DONE"));
        assertEquals(
                "currency-exists-different {}",
                wallet.submit(new CurrencyCommand.RegisterCurrency(2, "CCC", 1, "C")));
    }

    @Test
    void anotherPartitionCatchesUpToTheSameRows() {
        register("POINT", 3, "Point");
        register("TWELVECHARS1", 9, "Twelve characters");
        WalletFeature feature = new WalletFeature();
        LiveRun<Wallets> other = new LiveRun<>(feature);
        for (long after : List.of(0L, 1L, 2L, 3L)) {
            feature.sharedChanges(wallet.state(), after).forEach(other::submit);
        }
        other.commitAll();
        assertEquals(wallet.state().shared(), other.decided().shared());
        assertEquals(wallet.live().tables().digest(), other.tables().digest());
        assertEquals(List.of(), feature.sharedChanges(wallet.state(), 3));
    }

    private String register(String code, long scale, String name) {
        return wallet.call("PUT /v1/currencies/{code}", "code", code, "scale", scale, "name", name);
    }
}
