package io.windlass.features.wallet;

import io.windlass.kernel.feature.Access;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Question;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What clients can do with accounts. */
final class AccountEndpoints {
    private static final String PATH = "/v1/accounts/{account_id}";

    /**
     * Money enters through accounts that are not a customer's, and a limit lets a customer spend
     * what is not there: both are the operator's business, at the opening as well.
     */
    private static final Access OPENING =
            new Access.Raised(
                    Endpoint.Scope.WRITE,
                    Endpoint.Scope.OPERATE,
                    List.of(
                            new Access.Condition<>(
                                    WalletFields.KIND,
                                    kind -> kind != AccountKind.CUSTOMER,
                                    "external"),
                            new Access.Condition<>(
                                    WalletFields.OPENING_LIMIT,
                                    limit -> !Amounts.isZero(limit),
                                    "100.00")));

    static final List<Endpoint<Wallets>> ALL =
            List.of(
                    open(),
                    WalletEndpoints.get(
                            102,
                            PATH,
                            "Reads an account",
                            List.of(WalletFields.ACCOUNT_ID),
                            new Verb.Ask<>(
                                    WalletResults.ACCOUNT,
                                    request -> ask(request, Documents::account))),
                    WalletEndpoints.get(
                            103,
                            PATH + "/balance",
                            "Reads the balances of an account",
                            List.of(WalletFields.ACCOUNT_ID),
                            new Verb.Ask<>(
                                    WalletResults.BALANCE,
                                    request -> ask(request, Documents::balance))),
                    action(
                            104,
                            "/freeze",
                            "Stops debits, credits or both",
                            List.of(WalletFields.DIRECTION, WalletFields.REASON),
                            AccountEndpoints::freeze),
                    action(
                            105,
                            "/unfreeze",
                            "Lets everything through again",
                            List.of(WalletFields.REASON),
                            AccountEndpoints::unfreeze),
                    action(
                            106,
                            "/close",
                            "Closes an empty account for ever",
                            List.of(),
                            (request, target) -> new AccountCommand.CloseAccount(target)),
                    action(
                            107,
                            "/limit",
                            "Sets how far a customer may go below zero",
                            List.of(WalletFields.LIMIT),
                            (request, target) ->
                                    new AccountCommand.SetLimit(
                                            target, request.get(WalletFields.LIMIT))));

    private AccountEndpoints() {}

    /** Makes a body of an account that exists. */
    private interface Rendering {
        Document of(Wallets state, Account account, Moment now);
    }

    /** Makes a command for an account. */
    private interface Action {
        AccountCommand of(Request request, AccountCommand.Target target);
    }

    private static Endpoint<Wallets> open() {
        return new Endpoint<>(
                101,
                Endpoint.Method.PUT,
                PATH,
                OPENING,
                "Opens an account",
                List.of(
                        WalletFields.ACCOUNT_ID,
                        WalletFields.CURRENCY,
                        WalletFields.KIND,
                        WalletFields.OPENING_LIMIT,
                        WalletFields.AFFINITY,
                        WalletFields.METADATA),
                Optional.empty(),
                new Verb.Submit<>(
                        WalletResults.ACCOUNT,
                        WalletResults.DONE_OR_CREATED,
                        AccountEndpoints::readOpening));
    }

    private static Read<Verb.Intent<Wallets>> readOpening(Request request) {
        String accountId = request.get(WalletFields.ACCOUNT_ID);
        boolean affine = request.find(WalletFields.AFFINITY).orElse(false);
        if (accountId.contains(":") && !affine) {
            return invalid(WalletFields.AFFINITY, "an id with ':' needs \"affinity\": true");
        }
        String code = request.get(WalletFields.CURRENCY);
        Optional<Currency> currency = request.shared(Currencies.class).find(code);
        if (currency.isEmpty()) {
            return Read.bad(
                    Amounts.UNKNOWN_CURRENCY,
                    WalletFields.CURRENCY.name(),
                    code + " is not a known currency");
        }
        Field<String> limitField = WalletFields.OPENING_LIMIT;
        String limitText = request.find(limitField).orElse("0");
        Read<Long> limit = Amounts.orZero(limitField.name(), limitText, currency.get());
        if (limit instanceof Read.Bad<Long> bad) {
            return new Read.Bad<>(bad.why());
        }
        long units = ((Read.Good<Long>) limit).value();
        AccountKind kind = request.find(WalletFields.KIND).orElse(AccountKind.CUSTOMER);
        if (kind != AccountKind.CUSTOMER && units != 0) {
            return invalid(limitField, "only a customer has an overdraft limit");
        }
        Metadata metadata = request.find(WalletFields.METADATA).orElse(Metadata.NONE);
        int tenant = request.tenant();
        return Read.good(
                new Verb.Intent<>(
                        Route.of(tenant, accountId),
                        new OpenAccount(
                                tenant,
                                accountId,
                                currency.get().number(),
                                kind,
                                units,
                                metadata)));
    }

    private static Endpoint<Wallets> action(
            int number, String path, String summary, List<Field<?>> own, Action action) {
        List<Field<?>> fields = new ArrayList<>(List.<Field<?>>of(WalletFields.ACCOUNT_ID));
        fields.addAll(own);
        fields.add(WalletFields.IF_VERSION);
        return WalletEndpoints.operate(
                number,
                Endpoint.Method.POST,
                PATH + path,
                summary,
                List.copyOf(fields),
                new Verb.Submit<>(WalletResults.ACCOUNT, request -> intent(request, action)));
    }

    private static Read<Verb.Intent<Wallets>> intent(Request request, Action action) {
        String accountId = request.get(WalletFields.ACCOUNT_ID);
        long ifVersion = request.find(WalletFields.IF_VERSION).orElse(AccountCommand.ANY_VERSION);
        AccountCommand.Target target =
                new AccountCommand.Target(request.tenant(), accountId, ifVersion);
        return Read.good(
                new Verb.Intent<>(
                        Route.of(request.tenant(), accountId), action.of(request, target)));
    }

    private static AccountCommand freeze(Request request, AccountCommand.Target target) {
        return new AccountCommand.FreezeAccount(
                target,
                request.get(WalletFields.DIRECTION),
                request.find(WalletFields.REASON).orElse(""));
    }

    private static AccountCommand unfreeze(Request request, AccountCommand.Target target) {
        return new AccountCommand.UnfreezeAccount(
                target, request.find(WalletFields.REASON).orElse(""));
    }

    private static Read<Verb.Inquiry<Wallets>> ask(Request request, Rendering rendering) {
        String accountId = request.get(WalletFields.ACCOUNT_ID);
        int tenant = request.tenant();
        Question<Wallets> question =
                (state, now) ->
                        new Finding.Found<>(
                                state.find(tenant, accountId)
                                        .map(row -> Answer.done(rendering.of(state, row, now)))
                                        .orElse(
                                                Answer.rejected(
                                                        WalletRejection.ACCOUNT_NOT_FOUND)));
        return Read.good(new Verb.Inquiry<>(Route.of(tenant, accountId), question));
    }

    private static <T> Read<T> invalid(Field<?> field, String detail) {
        return Read.bad(FieldType.INVALID_FIELD, field.name(), detail);
    }
}
