package io.windlass.server.simulation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client asks for.
 *
 * @param endpoint method and path as declared
 * @param fields raw values by name
 */
record Call(String endpoint, Map<String, Object> fields) {
    static final String OPEN = "PUT /v1/accounts/{account_id}";
    static final String BALANCE = "GET /v1/accounts/{account_id}/balance";
    static final String TRANSFER = "POST /v1/transfers";
    static final String LOOK_UP = "GET /v1/transfers/{transaction_id}";

    /** In order of name, so that the trace is the same in every run. */
    Call {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    boolean is(String other) {
        return endpoint.equals(other);
    }

    /** Changes something, if it does anything. */
    boolean isCommand() {
        return !endpoint.startsWith("GET");
    }

    String text(String field) {
        return String.valueOf(fields.get(field));
    }

    /** A transaction id counts within its source account. */
    Ledger.Id id() {
        return new Ledger.Id(text("from_account"), text("transaction_id"));
    }
}
