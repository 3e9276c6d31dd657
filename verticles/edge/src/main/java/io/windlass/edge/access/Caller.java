package io.windlass.edge.access;

import io.windlass.kernel.feature.Access;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Request;
import java.util.Set;

/**
 * Who sends a request. Any thread.
 *
 * @param tenant whose accounts it sees, a u32; 0 without keys
 * @param scopes what it may do
 * @param quota how often it may ask
 */
public record Caller(int tenant, Set<Endpoint.Scope> scopes, Quota quota) {
    /** Whether any request at all could be allowed; known before one is read. */
    public boolean mayTry(Access access) {
        return access.scopes().stream().anyMatch(scopes::contains);
    }

    /** Whether this request is allowed. */
    public boolean may(Access access, Request request) {
        return scopes.contains(access.of(request));
    }
}
