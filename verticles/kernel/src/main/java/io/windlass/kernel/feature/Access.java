package io.windlass.kernel.feature;

import java.util.List;
import java.util.function.Predicate;

/** What a key must be allowed to do for a request to an endpoint, as data. */
public sealed interface Access permits Endpoint.Scope, Access.Raised {
    /** What this request, whose fields have been read, needs. */
    Endpoint.Scope of(Request request);

    /** Every scope that a request to the endpoint can need, the usual one first. */
    List<Endpoint.Scope> scopes();

    /**
     * A usual scope, and another one as soon as a single field asks for more.
     *
     * @param usual what a request needs
     * @param raised what it needs instead if a condition holds
     * @param conditions each on one field
     */
    record Raised(Endpoint.Scope usual, Endpoint.Scope raised, List<Condition<?>> conditions)
            implements Access {
        @Override
        public Endpoint.Scope of(Request request) {
            return conditions.stream().anyMatch(condition -> condition.holds(request))
                    ? raised
                    : usual;
        }

        @Override
        public List<Endpoint.Scope> scopes() {
            return List.of(usual, raised);
        }
    }

    /**
     * A field whose value asks for another scope.
     *
     * @param field where it stands
     * @param asks which values ask for it; a missing field does not
     * @param example such a value, as text
     * @param <T> the field's value
     */
    record Condition<T>(Field<T> field, Predicate<T> asks, String example) {
        boolean holds(Request request) {
            return request.find(field).filter(asks).isPresent();
        }
    }
}
