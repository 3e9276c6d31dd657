package io.windlass.features.wallet;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Outcome;
import io.windlass.kernel.feature.Unavailable;
import java.util.Optional;

/**
 * A change of the currency registry, which all partitions hold alike; it belongs to no tenant.
 *
 * <p>The group's lowest partition numbers the changes, the others accept only the next number.
 */
sealed interface CurrencyCommand extends WalletCommand {
    /**
     * Adds a currency of our own: change u64 | scale u8 | code text | name text.
     *
     * @param change its number, or 0 to be given the next
     * @param code capitals and digits
     * @param scale digits behind the point, 0 to 9
     * @param name for people
     */
    record RegisterCurrency(long change, String code, int scale, String name)
            implements CurrencyCommand {
        private static final int COUNT_MAX = 4_096;

        @Override
        public int type() {
            return REGISTER_CURRENCY;
        }

        @Override
        public void write(Sink sink) {
            sink.u64(change).u8(scale).text(code).text(name);
        }

        @Override
        public Outcome<Wallets> decide(Wallets state, Moment moment) {
            long next = state.registry().number() + 1;
            if (state.registry().edition() == 0 || change > next) {
                return Outcome.answered(
                        new Unavailable(
                                Unavailable.Reason.STARTING,
                                "an earlier change of the currencies has not arrived here yet"));
            }
            Optional<Currency> existing = state.findCurrency(code);
            if (existing.isPresent()) {
                Currency row = existing.get();
                boolean same = row.scale() == scale && state.nameOf(row).equals(name);
                return same
                        ? Outcome.answered(Answer.done(Documents.currency(row, name)))
                        : WalletCommand.refused(WalletRejection.CURRENCY_EXISTS_DIFFERENT);
            }
            if (change != 0 && change != next) {
                return WalletCommand.refused(WalletRejection.CURRENCY_EXISTS_DIFFERENT);
            }
            if (state.currencyCount() >= COUNT_MAX) {
                return WalletCommand.refused(WalletRejection.CURRENCIES_EXHAUSTED);
            }
            return Outcome.logged(
                    new CurrencyEvent.CurrencyRegistered(
                            next, state.currencyCount() + 1, code, scale, name));
        }

        static RegisterCurrency read(Source source) {
            long change = source.u64();
            int scale = source.u8();
            return new RegisterCurrency(change, source.text(), scale, source.text());
        }
    }

    /**
     * Takes over an edition of ISO 4217; the first is what a partition begins with: edition u16.
     *
     * @param edition from 1
     */
    record AdoptEdition(int edition) implements CurrencyCommand {
        @Override
        public int type() {
            return ADOPT_EDITION;
        }

        @Override
        public void write(Sink sink) {
            sink.u16(edition);
        }

        @Override
        public Outcome<Wallets> decide(Wallets state, Moment moment) {
            if (state.registry().edition() >= edition) {
                return Outcome.answered(Answer.done(Documents.edition(edition)));
            }
            if (edition > Iso4217.NEWEST) {
                return Outcome.answered(
                        new Unavailable(
                                Unavailable.Reason.STARTING,
                                "this build does not know the edition"));
            }
            return Outcome.logged(
                    new CurrencyEvent.EditionAdopted(state.registry().number() + 1, edition));
        }

        static AdoptEdition read(Source source) {
            return new AdoptEdition(source.u16());
        }
    }
}
