package io.windlass.server.simulation;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a client asks for.
 *
 * @param endpoint method and path as declared
 * @param fields raw values by name
 */
record Call(String endpoint, Map<String, Object> fields) implements Wish {
    static final String OPEN = "PUT /v1/accounts/{account_id}";
    static final String BALANCE = "GET /v1/accounts/{account_id}/balance";
    static final String TRANSFER = "POST /v1/transfers";
    static final String REGISTER = "PUT /v1/currencies/{code}";
    static final String CURRENCIES = "GET /v1/currencies";
    static final String LOOK_UP = "GET /v1/transfers/{transaction_id}";

    /** No endpoint: what a client of packed transfers asks for first. */
    static final String RESOLVE = "RESOLVE {account_id}";

    private static final int UUID_CHARS = 36;

    /** In order of name, so that the trace is the same in every run. */
    Call {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    boolean is(String other) {
        return endpoint.equals(other);
    }

    /** Changes something, if it does anything. */
    boolean isCommand() {
        return !endpoint.startsWith("GET") && !is(RESOLVE);
    }

    /** Could be sent packed as well. */
    boolean isPackable() {
        return is(TRANSFER) && text("transaction_id").length() == UUID_CHARS;
    }

    /** The amount of a transfer in the smallest unit of its currency. */
    long minorUnits() {
        return Long.parseLong(text("amount").replace(".", ""));
    }

    String text(String field) {
        return String.valueOf(fields.get(field));
    }

    /** The account that decides where it goes; empty if the lowest partition serves it. */
    Optional<String> deciding() {
        String field = fields.containsKey("from_account") ? "from_account" : "account_id";
        return Optional.ofNullable(fields.get(field)).map(String::valueOf);
    }

    /** A transaction id counts within its source account. */
    Ledger.Id id() {
        return new Ledger.Id(text("from_account"), text("transaction_id"));
    }
}
