package io.windlass.server.it;

/** The JSON bodies that clients send. */
public final class Bodies {
    public static final String TRANSFER_PATH = "/v1/wallet/balance-transfer";

    private Bodies() {}

    /** Opens an account in dollars. */
    public static String account(String kind) {
        return "{\"currency\":\"USD\",\"kind\":\"" + kind + "\"}";
    }

    /** Opens an account whose id has a colon. */
    static String affineAccount(String kind, String currency) {
        return String.format(
                "{\"currency\":\"%s\",\"kind\":\"%s\",\"affinity\":true}", currency, kind);
    }

    /** Moves dollars. */
    public static String transfer(String from, String to, String amount, String id) {
        return transfer(from, to, amount, "USD", id);
    }

    /** Moves money. */
    public static String transfer(
            String from, String to, String amount, String currency, String id) {
        return String.format(
                "{\"from_account\":\"%s\",\"to_account\":\"%s\",\"amount\":\"%s\","
                        + "\"currency\":\"%s\",\"transaction_id\":\"%s\"}",
                from, to, amount, currency, id);
    }
}
