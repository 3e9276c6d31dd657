package io.windlass.edge.access;

import io.windlass.kernel.feature.Endpoint;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Everybody who may call a node, by key; shared by its servers. Any thread. */
public final class Callers {
    private static final String SCHEME = "Bearer ";

    /** Compared with where there is no key of an id, so that both take the same time. */
    private static final KeyHash NOBODY = KeyHash.of("nobody");

    private final Map<String, Entry> keys = new HashMap<>();
    private final Caller stranger;

    private record Entry(KeyHash hash, Caller caller) {}

    /**
     * Callers with these keys; if there are none, everybody is the default tenant with all scopes.
     *
     * @param quotas makes a quota for each key, and one that all others share
     */
    public Callers(List<ApiKey> keys, Supplier<Quota> quotas) {
        Set<Endpoint.Scope> scopes =
                keys.isEmpty()
                        ? EnumSet.allOf(Endpoint.Scope.class)
                        : EnumSet.noneOf(Endpoint.Scope.class);
        this.stranger = new Caller(0, scopes, quotas.get());
        for (ApiKey key : keys) {
            Caller caller = new Caller(key.tenant(), key.scopes(), quotas.get());
            this.keys.put(key.id(), new Entry(key.hash(), caller));
        }
    }

    /** Whoever has no key: everybody if there are no keys, else nobody who may do a thing. */
    public Caller stranger() {
        return stranger;
    }

    /** Whose key this is. Empty if it is nobody's, or none where one is needed. */
    public Optional<Caller> find(Optional<String> authorization) {
        if (keys.isEmpty()) {
            return Optional.of(stranger);
        }
        return authorization.flatMap(Callers::bearer).flatMap(KeySecret::read).flatMap(this::of);
    }

    /** Whose key this is, a text without a scheme; empty as in {@link #find}. */
    public Optional<Caller> ofKey(String key) {
        return keys.isEmpty() ? Optional.of(stranger) : KeySecret.read(key).flatMap(this::of);
    }

    private Optional<Caller> of(KeySecret key) {
        Entry entry = keys.get(key.id());
        boolean fits = key.hash().equals(entry == null ? NOBODY : entry.hash);
        return fits && entry != null ? Optional.of(entry.caller) : Optional.empty();
    }

    /** RFC 6750, section 2.1; the scheme's name is free of case (RFC 9110, section 11.1). */
    private static Optional<String> bearer(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
