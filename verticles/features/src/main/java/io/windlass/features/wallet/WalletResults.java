package io.windlass.features.wallet;

import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Result;
import io.windlass.kernel.feature.Result.Member;
import io.windlass.kernel.feature.Shapes;
import java.util.List;
import java.util.stream.Stream;

/** The bodies of the wallet's answers, each declared once; {@link Documents} writes them. */
final class WalletResults {
    private static final Member CODE =
            Member.of("currency", new Result.Value(WalletFields.CODE.type(), "USD"));
    private static final Member POSITION = Member.of("position", Shapes.position());
    private static final Member TIME = Member.of("time", Shapes.time());
    private static final Member POSTED = amount("posted", "25.00");
    private static final Member HELD = amount("held", "0.00");
    private static final Member INCOMING = amount("incoming", "0.00");
    private static final Member AVAILABLE = amount("available", "25.00");
    private static final Member VERSION = Member.of("version", Shapes.whole(1, 2));

    static final Result ACCOUNT =
            Result.of(
                    Member.of(WalletFields.ACCOUNT_ID),
                    CODE,
                    Member.of(WalletFields.KIND),
                    Member.of(
                            "state",
                            Shapes.words(
                                    Stream.of(AccountState.values()).map(Enum::name).toList())),
                    amount("overdraft_limit", "0.00"),
                    POSTED,
                    HELD,
                    INCOMING,
                    AVAILABLE,
                    VERSION,
                    Member.of("opened_at", Shapes.time()),
                    Member.of("last_position", Shapes.position()),
                    Member.of(WalletFields.METADATA));

    static final Result BALANCE =
            Result.of(
                    Member.of(WalletFields.ACCOUNT_ID),
                    CODE,
                    POSTED,
                    HELD,
                    INCOMING,
                    AVAILABLE,
                    VERSION,
                    POSITION,
                    TIME);

    static final Result TRANSFER =
            Result.of(
                    Member.of("status", Shapes.words(List.of("SUCCEEDED"))),
                    Member.of(WalletFields.TRANSACTION_ID),
                    POSITION,
                    TIME,
                    amount("from_balance", "-25.00"),
                    amount("to_balance", "25.00").usually());

    static final Result TRANSFER_FOUND =
            Result.of(
                    Member.of(WalletFields.TRANSACTION_ID),
                    Member.of("status", Shapes.words(List.of("SUCCEEDED", "REJECTED"))),
                    Member.of(WalletFields.FROM),
                    Member.of(WalletFields.TO),
                    amount("amount", "25.00"),
                    CODE,
                    POSITION,
                    TIME,
                    amount("reversed", "0.00"),
                    Member.of("code", Shapes.words(refusals())).sometimes());

    static final Result CURRENCY =
            Result.of(
                    Member.of("code", new Result.Value(WalletFields.CODE.type(), "USD")),
                    Member.of("numeric", Shapes.text("^[0-9]{3}$", "840")).orNull(),
                    Member.of("scale", new Result.Value(WalletFields.SCALE.type(), "2")),
                    Member.of("name", new Result.Value(WalletFields.NAME.type(), "US Dollar")),
                    Member.of("status", Shapes.words(List.of("active"))));

    static final Result CURRENCIES =
            Result.of(
                    Member.of("edition", Shapes.whole(0, 1)),
                    Member.of("number", Shapes.whole(0, 1)),
                    Member.of("currencies", Shapes.list(CURRENCY)));

    private static final Result SUM =
            Result.of(
                    CODE,
                    amount("sum", "0.00"),
                    Member.of("accounts", Shapes.whole(1, 2)),
                    amount("posted_customers", "25.00"));

    static final Result TRIAL_BALANCE =
            Result.of(
                    Member.of("balanced", Shapes.flag(true)),
                    Member.of(
                            "partitions",
                            Shapes.list(
                                    Result.of(
                                            Member.of("partition", Shapes.text("^[0-9]+$", "1")),
                                            POSITION,
                                            Member.of("currencies", Shapes.list(SUM))))));

    /** What comes of a PUT: the second one finds what the first one has made. */
    static final List<Answer.Success> DONE_OR_CREATED =
            List.of(Answer.Success.DONE, Answer.Success.CREATED);

    private WalletResults() {}

    private static Member amount(String name, String example) {
        return Member.of(name, Shapes.text("^-?[0-9]+(\\.[0-9]{1,9})?$", example));
    }

    private static List<String> refusals() {
        return Stream.of(WalletRejection.values())
                .filter(WalletRejection::isFinal)
                .map(WalletRejection::code)
                .toList();
    }
}
