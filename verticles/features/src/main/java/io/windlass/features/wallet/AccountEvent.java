package io.windlass.features.wallet;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Moment;

/** What has happened to an account, transfers aside. */
sealed interface AccountEvent extends WalletEvent {

    /** What has happened to an account that was open before. */
    sealed interface Changed extends AccountEvent {
        /** The account after it. */
        AccountChange change();

        @Override
        default void evolve(Wallets state, Moment moment) {
            state.change(state.account(change().handle()), change().after(), moment.sequence());
        }

        @Override
        default Answer answer(Wallets state, Moment moment) {
            AccountProfile profile = state.account(change().handle()).profile();
            return Answer.done(
                    new AccountDocument(
                            state.idOf(profile),
                            profile,
                            state.currency(profile.currency()),
                            change().after(),
                            state.metadataOf(profile),
                            moment.position()));
        }
    }

    /**
     * There is a new account: handle u64 | the command.
     *
     * @param opening the command as it was given
     * @param handle what stands for the account from now on
     */
    record AccountOpened(OpenAccount opening, long handle) implements AccountEvent {
        @Override
        public int type() {
            return ACCOUNT_OPENED;
        }

        @Override
        public void write(Sink sink) {
            sink.u64(handle);
            opening.write(sink);
        }

        @Override
        public void evolve(Wallets state, Moment moment) {
            long id = state.store(opening.accountId());
            long metadata = state.store(opening.metadata());
            state.open(
                    new Account(
                            profile(moment, id, metadata),
                            Standing.opened(opening.overdraftLimit()),
                            moment.sequence(),
                            Skips.NONE));
        }

        @Override
        public Answer answer(Wallets state, Moment moment) {
            return Answer.created(
                    new AccountDocument(
                            opening.accountId(),
                            profile(moment, 0, 0),
                            state.currency(opening.currency()),
                            Standing.opened(opening.overdraftLimit()),
                            opening.metadata(),
                            moment.position()));
        }

        @Override
        public Command<Wallets> cause(Wallets state) {
            return opening;
        }

        private AccountProfile profile(Moment moment, long id, long metadata) {
            return new AccountProfile(
                    handle,
                    Wallets.name(opening.tenant(), opening.accountId()),
                    opening.tenant(),
                    opening.currency(),
                    opening.kind(),
                    moment.timeNanos(),
                    id,
                    metadata,
                    opening.bodyHash());
        }

        static AccountOpened read(Source source) {
            long handle = source.u64();
            return new AccountOpened(OpenAccount.read(source), handle);
        }
    }

    /**
     * Debits, credits or both were stopped: change, detail is the direction | reason text.
     *
     * @param direction what the command asked for
     * @param reason for people, may be empty
     */
    record AccountFrozen(AccountChange change, Direction direction, String reason)
            implements Changed {
        @Override
        public int type() {
            return ACCOUNT_FROZEN;
        }

        @Override
        public void write(Sink sink) {
            change.write(direction.code(), sink);
            sink.text(reason);
        }

        @Override
        public Command<Wallets> cause(Wallets state) {
            return new AccountCommand.FreezeAccount(change.target(state), direction, reason);
        }

        static AccountFrozen read(Source source) {
            Direction direction = Direction.of(source.u8());
            return new AccountFrozen(AccountChange.read(source), direction, source.text());
        }
    }

    /**
     * Everything passes again: change, no detail | reason text.
     *
     * @param reason for people, may be empty
     */
    record AccountUnfrozen(AccountChange change, String reason) implements Changed {
        @Override
        public int type() {
            return ACCOUNT_UNFROZEN;
        }

        @Override
        public void write(Sink sink) {
            change.write(0, sink);
            sink.text(reason);
        }

        @Override
        public Command<Wallets> cause(Wallets state) {
            return new AccountCommand.UnfreezeAccount(change.target(state), reason);
        }

        static AccountUnfrozen read(Source source) {
            source.u8();
            return new AccountUnfrozen(AccountChange.read(source), source.text());
        }
    }

    /** The account was closed for ever: change, no detail. */
    record AccountClosed(AccountChange change) implements Changed {
        @Override
        public int type() {
            return ACCOUNT_CLOSED;
        }

        @Override
        public void write(Sink sink) {
            change.write(0, sink);
        }

        @Override
        public Command<Wallets> cause(Wallets state) {
            return new AccountCommand.CloseAccount(change.target(state));
        }

        static AccountClosed read(Source source) {
            source.u8();
            return new AccountClosed(AccountChange.read(source));
        }
    }

    /** A customer may go as far below zero as the account now says: change, no detail. */
    record LimitSet(AccountChange change) implements Changed {
        @Override
        public int type() {
            return LIMIT_SET;
        }

        @Override
        public void write(Sink sink) {
            change.write(0, sink);
        }

        @Override
        public Command<Wallets> cause(Wallets state) {
            AccountProfile profile = state.account(change.handle()).profile();
            Currency currency = state.currency(profile.currency());
            return new AccountCommand.SetLimit(
                    change.target(state), currency.format(change.after().overdraftLimit()));
        }

        static LimitSet read(Source source) {
            source.u8();
            return new LimitSet(AccountChange.read(source));
        }
    }
}
