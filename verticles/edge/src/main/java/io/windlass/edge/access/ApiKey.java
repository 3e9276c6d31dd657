package io.windlass.edge.access;

import io.windlass.kernel.feature.Endpoint;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A key as the settings hold it: without its secret. Immutable.
 *
 * @param id names it
 * @param tenant whose accounts it sees, a u32
 * @param scopes what it may do
 * @param hash of id and secret
 */
public record ApiKey(String id, int tenant, Set<Endpoint.Scope> scopes, KeyHash hash) {
    private static final int PARTS = 4;

    /**
     * Reads {@code id:tenant:scopes:hash}, the scopes joined by {@code +}; empty if the text is
     * something else.
     */
    public static Optional<ApiKey> read(String line) {
        String[] parts = line.strip().split(":", -1);
        if (parts.length != PARTS || !KeySecret.isId(parts[0])) {
            return Optional.empty();
        }
        try {
            int tenant = Integer.parseUnsignedInt(parts[1]);
            Set<Endpoint.Scope> scopes = EnumSet.noneOf(Endpoint.Scope.class);
            for (String word : parts[2].split("\\+", -1)) {
                scopes.add(scope(word).orElseThrow(IllegalArgumentException::new));
            }
            KeyHash hash = new KeyHash(HexFormat.of().parseHex(parts[3]));
            return Optional.of(new ApiKey(parts[0], tenant, Set.copyOf(scopes), hash));
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }

    /** The line that {@link #read} takes. */
    public String line() {
        String words =
                Arrays.stream(Endpoint.Scope.values())
                        .filter(scopes::contains)
                        .map(Endpoint.Scope::word)
                        .collect(Collectors.joining("+"));
        return id + ":" + Integer.toUnsignedString(tenant) + ":" + words + ":" + hash.text();
    }

    private static Optional<Endpoint.Scope> scope(String word) {
        return Arrays.stream(Endpoint.Scope.values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
