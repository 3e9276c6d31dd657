package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.windlass.base.check.Invariant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PathTrieTest {
    private final PathTrie<String> trie = new PathTrie<>();

    @BeforeEach
    void declare() {
        add("GET", "/");
        add("GET", "/v1/accounts/{id}");
        add("PUT", "/v1/accounts/{id}");
        add("POST", "/v1/accounts/{id}:reset");
        add("POST", "/v1/accounts/{id}/freeze");
        add("POST", "/v1/transfers/batch");
        add("GET", "/v1/transfers/{id}");
        add("GET", "/v1/boards/{board}/users/{user}");
    }

    @Test
    void anIdMayHoldAColon() {
        assertFound("GET /v1/accounts/{id}", "GET", "/v1/accounts/family:alice", "family:alice");
        assertFound(
                "POST /v1/accounts/{id}/freeze",
                "POST",
                "/v1/accounts/family:alice/freeze",
                "family:alice");
    }

    @Test
    void theLastVerbEndsTheId() {
        assertFound("POST /v1/accounts/{id}:reset", "POST", "/v1/accounts/alice:reset", "alice");
        assertFound(
                "POST /v1/accounts/{id}:reset",
                "POST",
                "/v1/accounts/family:reset:reset",
                "family:reset");
    }

    @Test
    void anEncodedColonIsPartOfTheId() {
        assertFound("GET /v1/accounts/{id}", "GET", "/v1/accounts/alice%3Areset", "alice:reset");
        assertEquals(
                new PathTrie.Match.OtherMethod<>(Set.of("GET", "PUT")),
                trie.find("POST", "/v1/accounts/alice%3Areset"));
    }

    @Test
    void aVerbOfAnotherMethodIsAnId() {
        assertFound("GET /v1/accounts/{id}", "GET", "/v1/accounts/alice:reset", "alice:reset");
    }

    @Test
    void anEncodedSlashIsPartOfTheId() {
        assertFound("GET /v1/accounts/{id}", "GET", "/v1/accounts/a%2Fb%20%C3%A9", "a/b \u00e9");
    }

    @Test
    void aPlusInAPathIsAPlus() {
        assertFound("GET /v1/accounts/{id}", "GET", "/v1/accounts/a+b%2B", "a+b+");
    }

    @Test
    void textBeatsAParameterButOnlyForItsMethod() {
        assertFound("POST /v1/transfers/batch", "POST", "/v1/transfers/batch");
        assertFound("GET /v1/transfers/{id}", "GET", "/v1/transfers/batch", "batch");
    }

    @Test
    void textMayBeEncoded() {
        assertFound("POST /v1/transfers/batch", "POST", "/v1/transfers/%62atch");
    }

    @Test
    void severalParametersKeepTheirOrder() {
        assertFound("GET /v1/boards/{board}/users/{user}", "GET", "/v1/boards/b/users/u", "b", "u");
    }

    @Test
    void badEscapesAreTold() {
        for (String id : List.of("%", "%4", "%zz", "a%", "%ff", "%C3", "%ED%A0%80", "%c0%af")) {
            assertInstanceOf(
                    PathTrie.Match.BadEncoding.class, trie.find("GET", "/v1/accounts/" + id), id);
        }
    }

    @Test
    void otherPathsAreAbsent() {
        for (String path :
                List.of(
                        "",
                        "*",
                        "/v1",
                        "/v1/accounts",
                        "/v1/accounts/",
                        "/v1/accounts/a/",
                        "//",
                        "/v1/accounts/a/thaw",
                        "/v1//a",
                        "/v1/accounts//freeze",
                        "v1/accounts/a",
                        "/x".repeat(5_000))) {
            assertInstanceOf(PathTrie.Match.Absent.class, trie.find("GET", path), path);
        }
        assertInstanceOf(
                PathTrie.Match.Absent.class, trie.find("POST", "/v1/accounts/:reset/freeze/x"));
    }

    @Test
    void theAllowedMethodsAreThoseOfEveryMatch() {
        assertEquals(
                new PathTrie.Match.OtherMethod<>(Set.of("GET", "POST")),
                trie.find("DELETE", "/v1/transfers/batch"));
    }

    @Test
    void aPathIsDeclaredOnce() {
        assertThrows(Invariant.class, () -> add("GET", "/v1/accounts/{other}"));
    }

    private void add(String method, String pattern) {
        trie.add(method, pattern, method + " " + pattern);
    }

    private void assertFound(String target, String method, String path, String... values) {
        assertEquals(new PathTrie.Match.Found<>(target, List.of(values)), trie.find(method, path));
    }
}
