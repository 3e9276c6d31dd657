package io.windlass.edge.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.Endpoint.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallersTest {
    private final Random random = new Random(7);
    private final KeySecret old = KeySecret.draw(random);
    private final KeySecret young = KeySecret.draw(random);
    private final Callers callers =
            new Callers(
                    List.of(
                            old.key("4294967295", "read").orElseThrow(),
                            young.key("4294967295", "read+score").orElseThrow()),
                    () -> Quota.UNLIMITED);

    @Test
    void withoutKeysEverybodyMayDoEverything() {
        Caller caller =
                new Callers(List.of(), () -> Quota.UNLIMITED).find(Optional.empty()).orElseThrow();
        assertEquals(EnumSet.allOf(Scope.class), caller.scopes());
        assertEquals(0, caller.tenant());
    }

    @Test
    void severalKeysOfATenantAreValidAtOnce() {
        assertEquals(Set.of(Scope.READ), find("Bearer " + old.text()).orElseThrow().scopes());
        Caller caller = find("bearer   " + young.text()).orElseThrow();
        assertEquals(Set.of(Scope.READ, Scope.SCORE), caller.scopes());
        assertEquals(-1, caller.tenant());
    }

    @Test
    void everyChangedCharacterOfAKeyMakesItNobodys() {
        String key = young.text();
        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == 'f' ? 'e' : 'f';
            String wrong = key.substring(0, i) + other + key.substring(i + 1);
            assertEquals(Optional.empty(), find("Bearer " + wrong), wrong);
        }
    }

    @Test
    void whatIsNoKeyIsNobodys() {
        List.of("", "Bearer", "Bearer ", "Basic " + old.text(), old.text(), "Bearer " + old.id())
                .forEach(text -> assertEquals(Optional.empty(), find(text), text));
        assertEquals(Optional.empty(), callers.find(Optional.empty()));
        String swapped = new KeySecret(old.id(), young.secret()).text();
        assertEquals(Optional.empty(), find("Bearer " + swapped));
    }

    @Test
    void aKeyIsItsLineAndTheLineHasNoSecret() {
        ApiKey key = old.key("7", "read+write+score+operate").orElseThrow();
        assertEquals(Optional.of(key), ApiKey.read(key.line()));
        assertFalse(key.line().contains(old.secret()));
    }

    @Test
    void aLineThatIsWrongSomewhereIsNoKey() {
        String[] parts = old.key("7", "read").orElseThrow().line().split(":", -1);
        String[] wrong = {"short", "-1", "read+reign", parts[3].substring(2)};
        for (int i = 0; i < parts.length; i++) {
            String[] broken = parts.clone();
            broken[i] = wrong[i];
            assertEquals(Optional.empty(), ApiKey.read(String.join(":", broken)));
            broken[i] = "";
            assertEquals(Optional.empty(), ApiKey.read(String.join(":", broken)));
        }
        assertEquals(Optional.empty(), ApiKey.read("7:4294967296:read"));
    }

    @Test
    void whatIsPrintedByAccidentHasNoSecret() {
        String all = old + " " + old.key("7", "read") + " " + callers.find(Optional.empty());
        assertFalse(all.contains(old.secret()));
        assertTrue(all.contains("(hash)"));
    }

    private Optional<Caller> find(String authorization) {
        return callers.find(Optional.of(authorization));
    }
}
