package io.windlass.server.simulation;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.contract.Members;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The handles that clients have asked for, which never change: what one learns, all know. */
final class Handles {
    private final Map<String, Account> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /**
     * What a client knows of an account.
     *
     * @param handle stands for it
     * @param currency the number of its currency
     * @param scale digits behind the point of its currency
     */
    record Account(long handle, int currency, int scale) {
        static Account of(Answer.Accepted answer) {
            Map<String, Object> members = Members.of(answer.document());
            long detail = (Long) members.get("detail");
            return new Account(
                    (Long) members.get("handle"),
                    (int) (detail & 0xFFFF),
                    (int) (detail >>> 16) & 0xFF);
        }
    }

    /** True the first time only. */
    boolean isNew(String accountId) {
        return asked.add(accountId);
    }

    Optional<Account> find(String accountId) {
        return Optional.ofNullable(known.get(accountId));
    }

    /** The currency's number: of any account that is in it. */
    Optional<Integer> currency(String code) {
        String start = code.equals("JPY") ? "j" : "u";
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(start))
                .map(entry -> entry.getValue().currency())
                .min(Integer::compare);
    }

    void answered(String accountId, Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            known.put(accountId, Account.of(accepted));
        } else if (!accountId.contains("ghost")) {
            asked.remove(accountId);
        }
    }
}
