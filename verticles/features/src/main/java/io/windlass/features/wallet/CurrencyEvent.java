package io.windlass.features.wallet;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Moment;
import java.util.List;

/** A numbered change of the currency registry. */
sealed interface CurrencyEvent extends WalletEvent {

    /**
     * There is a currency of our own: change u64 | number u16 | scale u8 | code text | name text.
     *
     * @param change number of the change
     * @param number of the currency
     * @param code capitals and digits
     * @param scale digits behind the point
     * @param name for people
     */
    record CurrencyRegistered(long change, int number, String code, int scale, String name)
            implements CurrencyEvent {
        @Override
        public int type() {
            return CURRENCY_REGISTERED;
        }

        @Override
        public void write(Sink sink) {
            sink.u64(change).u16(number).u8(scale).text(code).text(name);
        }

        @Override
        public void evolve(Wallets state, Moment moment) {
            state.register(Currency.of(number, code, 0, scale, change, state.store(name)));
            state.advance(new Registry(state.registry().edition(), change));
        }

        @Override
        public Answer answer(Wallets state, Moment moment) {
            Currency row = Currency.of(number, code, 0, scale, change, 0);
            return Answer.created(Documents.currency(row, name));
        }

        @Override
        public Command<Wallets> cause(Wallets state) {
            return new CurrencyCommand.RegisterCurrency(change, code, scale, name);
        }

        static CurrencyRegistered read(Source source) {
            long change = source.u64();
            int number = source.u16();
            int scale = source.u8();
            return new CurrencyRegistered(change, number, source.text(), scale, source.text());
        }
    }

    /**
     * The currencies of an edition of ISO 4217 are known: change u64 | edition u16.
     *
     * @param change number of the change
     * @param edition which resource file
     */
    record EditionAdopted(long change, int edition) implements CurrencyEvent {
        @Override
        public int type() {
            return EDITION_ADOPTED;
        }

        @Override
        public void write(Sink sink) {
            sink.u64(change).u16(edition);
        }

        @Override
        public void evolve(Wallets state, Moment moment) {
            List<Iso4217.Entry> entries = Iso4217.edition(edition);
            for (Iso4217.Entry entry : entries) {
                state.register(
                        Currency.of(
                                state.currencyCount() + 1,
                                entry.code(),
                                entry.numeric(),
                                entry.scale(),
                                change,
                                state.store(entry.name())));
            }
            state.advance(new Registry(edition, change));
        }

        @Override
        public Answer answer(Wallets state, Moment moment) {
            return Answer.created(Documents.edition(edition));
        }

        @Override
        public Command<Wallets> cause(Wallets state) {
            return new CurrencyCommand.AdoptEdition(edition);
        }

        static EditionAdopted read(Source source) {
            long change = source.u64();
            return new EditionAdopted(change, source.u16());
        }
    }
}
