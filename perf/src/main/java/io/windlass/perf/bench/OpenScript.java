package io.windlass.perf.bench;

import io.vertx.core.buffer.Buffer;

/** Opens the accounts of a run. */
final class OpenScript implements Script {
    private final Accounts accounts;
    private int next;

    OpenScript(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean hasNext() {
        return next < accounts.houses().size() + accounts.count();
    }

    @Override
    public Buffer next() {
        int houses = accounts.houses().size();
        int index = next++;
        return index < houses
                ? open(accounts.houses().get(index), "external")
                : open(accounts.customer(index - houses), "customer");
    }

    @Override
    public void answered(int status, byte[] bytes, int from, int to, Tally tally) {
        tally.count(status);
    }

    private static Buffer open(String account, String kind) {
        return Http.request(
                "PUT",
                "/v1/accounts/" + account,
                "{\"currency\":\"USD\",\"kind\":\"" + kind + "\"}");
    }
}
