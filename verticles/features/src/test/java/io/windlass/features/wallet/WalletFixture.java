package io.windlass.features.wallet;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.feature.contract.JsonText;
import io.windlass.kernel.feature.contract.LiveRun;
import io.windlass.kernel.feature.contract.ReadRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** A wallet on real tables, spoken to through its endpoints; every call is a frame of its own. */
final class WalletFixture {
    private final WalletFeature feature = new WalletFeature();
    private final LiveRun<Wallets> live = new LiveRun<>(feature);

    /** Calls {@code PUT /v1/...} with names and values of fields; the answer as text. */
    String call(String endpoint, Object... fields) {
        Map<String, Object> raw = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            raw.put((String) fields[i], fields[i + 1]);
        }
        Endpoint<Wallets> found = endpoint(endpoint);
        Read<Request> read = ReadRequest.read(0, live.shared(), found.fields(), raw);
        return JsonText.of(
                read instanceof Read.Bad<Request> bad
                        ? bad.why()
                        : call(found.verb(), ((Read.Good<Request>) read).value()));
    }

    /** Opens a customer's account in dollars. */
    void openCustomer(String accountId) {
        open(accountId, "customer", "USD");
    }

    void open(String accountId, String kind, String currency) {
        call(
                "PUT /v1/accounts/{account_id}",
                "account_id",
                accountId,
                "kind",
                kind,
                "currency",
                currency);
    }

    /** Opens a bank, an external account in dollars, and customers that get so much from it. */
    WalletFixture withCustomers(String amount, String... accountIds) {
        open("bank", "external", "USD");
        for (String accountId : accountIds) {
            openCustomer(accountId);
            if (!amount.equals("0")) {
                transfer("fund-" + accountId, "bank", accountId, amount);
            }
        }
        return this;
    }

    String transfer(String id, String from, String to, String amount) {
        return transfer(id, from, to, amount, "USD");
    }

    String transfer(String id, String from, String to, String amount, String currency) {
        return call(
                "POST /v1/transfers",
                "from_account",
                from,
                "to_account",
                to,
                "amount",
                amount,
                "currency",
                currency,
                "transaction_id",
                id);
    }

    String act(String accountId, String action, Object... fields) {
        Object[] all = new Object[fields.length + 2];
        all[0] = "account_id";
        all[1] = accountId;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return call("POST /v1/accounts/{account_id}/" + action, all);
    }

    String account(String accountId) {
        return call("GET /v1/accounts/{account_id}", "account_id", accountId);
    }

    String submit(Command<Wallets> command) {
        Answer answer = live.submit(command);
        live.commitAll();
        return JsonText.of(answer);
    }

    Wallets state() {
        return live.decided();
    }

    LiveRun<Wallets> live() {
        return live;
    }

    int logged() {
        return live.log().size();
    }

    Event<Wallets> event(long sequence) {
        return live.event(live.log().get((int) sequence - 1));
    }

    /** The event logged last. */
    Event<Wallets> lastEvent() {
        return event(logged());
    }

    private Answer call(Verb<Wallets> verb, Request request) {
        if (verb instanceof Verb.Submit<Wallets> submit) {
            Read<Verb.Intent<Wallets>> read = submit.reader().read(request);
            if (read instanceof Read.Bad<Verb.Intent<Wallets>> bad) {
                return bad.why();
            }
            Command<Wallets> command = ((Read.Good<Verb.Intent<Wallets>>) read).value().command();
            Answer answer = live.submit(command);
            live.commitAll();
            return answer;
        }
        if (verb instanceof Verb.Ask<Wallets> ask) {
            Read<Verb.Inquiry<Wallets>> read = ask.reader().read(request);
            return live.ask(((Read.Good<Verb.Inquiry<Wallets>>) read).value().question());
        }
        return live.survey(((Verb.Scan<Wallets>) verb).survey().apply(request));
    }

    private Endpoint<Wallets> endpoint(String words) {
        return feature.endpoints().stream()
                .filter(endpoint -> words.equals(endpoint.method() + " " + endpoint.path()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no endpoint " + words));
    }
}
