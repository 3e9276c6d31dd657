package io.windlass.features.wallet;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Outcome;
import io.windlass.kernel.feature.Read;
import java.util.Optional;

/**
 * What is done to an open account. These carry no id: what is already so is answered with the
 * account and not logged, and neither are refusals.
 *
 * <pre>
 *   head: tenant u32 | if version u64 | account id text
 * </pre>
 */
sealed interface AccountCommand extends WalletCommand {
    /** Stands for "whatever the version". */
    long ANY_VERSION = 0;

    /** Where the account is. */
    Target target();

    /** Decides for an account that exists and has the right version. */
    Outcome<Wallets> decide(Wallets state, Account account, Moment moment);

    @Override
    default Outcome<Wallets> decide(Wallets state, Moment moment) {
        Optional<Account> found = state.find(target().tenant, target().accountId);
        if (found.isEmpty()) {
            return WalletCommand.refused(WalletRejection.ACCOUNT_NOT_FOUND);
        }
        Account account = found.get();
        long version = account.standing().version();
        if (target().ifVersion != ANY_VERSION && target().ifVersion != version) {
            Document members = out -> out.number("version", version);
            return WalletCommand.refused(WalletRejection.VERSION_MISMATCH, members);
        }
        return decide(state, account, moment);
    }

    /**
     * The account a command is for.
     *
     * @param tenant whose account it is
     * @param accountId its id
     * @param ifVersion the version it must have, or {@link #ANY_VERSION}
     */
    record Target(int tenant, String accountId, long ifVersion) {
        void write(Sink sink) {
            sink.u32(tenant).u64(ifVersion).text(accountId);
        }

        static Target read(Source source) {
            int tenant = source.u32();
            long ifVersion = source.u64();
            return new Target(tenant, source.text(), ifVersion);
        }
    }

    /**
     * Stops debits, credits or both: head | direction u8 | reason text.
     *
     * @param direction what to stop, besides what is stopped already
     * @param reason for people, may be empty
     */
    record FreezeAccount(Target target, Direction direction, String reason)
            implements AccountCommand {
        @Override
        public int type() {
            return FREEZE_ACCOUNT;
        }

        @Override
        public void write(Sink sink) {
            target.write(sink);
            sink.u8(direction.code()).text(reason);
        }

        @Override
        public Outcome<Wallets> decide(Wallets state, Account account, Moment moment) {
            AccountState now = account.standing().state();
            if (now.isClosed()) {
                return WalletCommand.refused(WalletRejection.INVALID_STATE_TRANSITION);
            }
            if (now.stops(direction)) {
                return asItIs(state, account, moment);
            }
            Standing next = account.standing().next(now.frozen(direction));
            return Outcome.logged(
                    new AccountEvent.AccountFrozen(
                            AccountChange.of(account, next), direction, reason));
        }

        static FreezeAccount read(Source source) {
            return new FreezeAccount(Target.read(source), Direction.of(source.u8()), source.text());
        }
    }

    /**
     * Lets everything through again: head | reason text.
     *
     * @param reason for people, may be empty
     */
    record UnfreezeAccount(Target target, String reason) implements AccountCommand {
        @Override
        public int type() {
            return UNFREEZE_ACCOUNT;
        }

        @Override
        public void write(Sink sink) {
            target.write(sink);
            sink.text(reason);
        }

        @Override
        public Outcome<Wallets> decide(Wallets state, Account account, Moment moment) {
            AccountState now = account.standing().state();
            if (now.isClosed()) {
                return WalletCommand.refused(WalletRejection.INVALID_STATE_TRANSITION);
            }
            if (now == AccountState.OPEN) {
                return asItIs(state, account, moment);
            }
            Standing next = account.standing().next(AccountState.OPEN);
            return Outcome.logged(
                    new AccountEvent.AccountUnfrozen(AccountChange.of(account, next), reason));
        }

        static UnfreezeAccount read(Source source) {
            return new UnfreezeAccount(Target.read(source), source.text());
        }
    }

    /** Closes an open, empty account for ever: head. */
    record CloseAccount(Target target) implements AccountCommand {
        @Override
        public int type() {
            return CLOSE_ACCOUNT;
        }

        @Override
        public void write(Sink sink) {
            target.write(sink);
        }

        @Override
        public Outcome<Wallets> decide(Wallets state, Account account, Moment moment) {
            Standing now = account.standing();
            if (now.state().isClosed()) {
                return asItIs(state, account, moment);
            }
            if (now.state() != AccountState.OPEN) {
                return WalletCommand.refused(WalletRejection.INVALID_STATE_TRANSITION);
            }
            if (!now.isEmpty()) {
                return WalletCommand.refused(WalletRejection.ACCOUNT_NOT_EMPTY);
            }
            Standing next = now.next(AccountState.CLOSED);
            return Outcome.logged(new AccountEvent.AccountClosed(AccountChange.of(account, next)));
        }

        static CloseAccount read(Source source) {
            return new CloseAccount(Target.read(source));
        }
    }

    /**
     * Sets how far a customer may go below zero: head | amount text.
     *
     * @param amount decimal text, because only the partition knows the account's currency
     */
    record SetLimit(Target target, String amount) implements AccountCommand {
        private static final String FIELD = "overdraft_limit";

        @Override
        public int type() {
            return SET_LIMIT;
        }

        @Override
        public void write(Sink sink) {
            target.write(sink);
            sink.text(amount);
        }

        @Override
        public Outcome<Wallets> decide(Wallets state, Account account, Moment moment) {
            Currency currency = state.currency(account.profile().currency());
            Read<Long> limit = Amounts.orZero(FIELD, amount, currency);
            if (limit instanceof Read.Bad<Long> bad) {
                return Outcome.answered(bad.why());
            }
            return decide(state, account, ((Read.Good<Long>) limit).value(), moment);
        }

        private static Outcome<Wallets> decide(
                Wallets state, Account account, long limit, Moment moment) {
            Standing now = account.standing();
            boolean possible =
                    account.profile().kind() == AccountKind.CUSTOMER && !now.state().isClosed();
            if (!possible) {
                return WalletCommand.refused(WalletRejection.INVALID_STATE_TRANSITION);
            }
            if (limit == now.overdraftLimit()) {
                return asItIs(state, account, moment);
            }
            boolean covers = now.posted() - now.held() >= -limit;
            if (!covers || now.nextLimit(0).overflowsBy(limit)) {
                return WalletCommand.refused(WalletRejection.INVALID_STATE_TRANSITION);
            }
            return Outcome.logged(
                    new AccountEvent.LimitSet(AccountChange.of(account, now.nextLimit(limit))));
        }

        static SetLimit read(Source source) {
            return new SetLimit(Target.read(source), source.text());
        }
    }

    /** Nothing to do: the account as it is. */
    static Outcome<Wallets> asItIs(Wallets state, Account account, Moment moment) {
        return Outcome.answered(Answer.done(Documents.account(state, account, moment)));
    }
}
