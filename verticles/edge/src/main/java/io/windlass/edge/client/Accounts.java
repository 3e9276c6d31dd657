package io.windlass.edge.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.windlass.edge.binary.ResolveReply.Handle;
import io.windlass.edge.client.ClientException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Handles of accounts, asked for once: they never change. */
final class Accounts {
    private static final int NAMES_IN_FRAME = 512;
    private static final int KEPT_MAX = 100_000;

    private final Dispatch dispatch;
    private final Map<String, Account> known =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
                    return size() > KEPT_MAX;
                }
            };

    Accounts(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** The accounts with these names, in their order. */
    Future<List<Account>> named(List<String> names) {
        Map<String, Account> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            Account account = known.get(name);
            if (account == null) {
                missing.add(name);
            } else {
                found.put(name, account);
            }
        }
        List<Future<List<Account>>> asked = new ArrayList<>();
        for (int from = 0; from < missing.size(); from += NAMES_IN_FRAME) {
            int to = Math.min(missing.size(), from + NAMES_IN_FRAME);
            Question question = new Question(List.copyOf(missing.subList(from, to)));
            dispatch.add(question);
            asked.add(question.promise.future());
        }
        return Future.all(asked)
                .map(
                        all -> {
                            for (int i = 0; i < asked.size(); i++) {
                                all.<List<Account>>resultAt(i)
                                        .forEach(account -> found.put(account.name(), account));
                            }
                            return names.stream().map(found::get).toList();
                        });
    }

    /** Some names on their way. */
    private final class Question extends Task {
        private final List<String> names;
        private final Promise<List<Account>> promise = Promise.promise();
        private int attempts;

        Question(List<String> names) {
            this.names = names;
        }

        @Override
        void send(Link link) {
            link.resolve(names, this);
        }

        @Override
        public void resolved(List<Handle> handles) {
            List<Account> accounts = new ArrayList<>();
            for (int i = 0; i < names.size() && i < handles.size(); i++) {
                Handle handle = handles.get(i);
                if (handle.value() == 0) {
                    withoutHandle(names.get(i), (int) handle.detail());
                    return;
                }
                accounts.add(Account.of(names.get(i), handle.value(), handle.detail()));
            }
            if (!dispatch.settle(this)) {
                return;
            }
            if (accounts.size() != names.size()) {
                fail(new ClientException(Kind.OUTCOME_UNKNOWN, "the node left out names"));
                return;
            }
            accounts.forEach(account -> known.put(account.name(), account));
            promise.tryComplete(accounts);
        }

        private void withoutHandle(String name, int code) {
            if (Codes.isForAnotherTime(code)) {
                attempts++;
                dispatch.later(this, attempts);
            } else if (dispatch.settle(this)) {
                String why = "no handle for " + name + ", code " + code;
                fail(new ClientException(Kind.UNKNOWN_ACCOUNT, why));
            }
        }

        /** Asked again: a question changes nothing. */
        @Override
        public void lost(String why) {
            dispatch.again(this);
        }

        @Override
        void fail(ClientException why) {
            promise.tryFail(why);
        }
    }
}
