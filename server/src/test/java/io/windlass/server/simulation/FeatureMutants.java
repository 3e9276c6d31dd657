package io.windlass.server.simulation;

import io.windlass.features.wallet.WalletFeature;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.MessageType;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.table.ByteStore;
import io.windlass.kernel.table.Key;
import io.windlass.kernel.table.RowChange;
import io.windlass.kernel.table.RowCursor;
import io.windlass.kernel.table.RowType;
import io.windlass.kernel.table.Rows;
import io.windlass.kernel.table.TableSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Wallets with a bug, made by changing the rows they put into their tables. */
final class FeatureMutants {
    private static final int POSTED = 5;
    private static final int VERSION = 8;
    private static final int MUTANT_VERSION = 20;
    private static final int RARELY = 50;
    private static final int SHARED = 2;
    private static final int MUTANT_SHARED = 3;

    private FeatureMutants() {}

    /** A replay forgets the ids of transfers: a restarted node executes them again. */
    static Lending forgetsIds() {
        return lending((type, isReplay, words, count) -> !isReplay || !isIds(type));
    }

    /** The twentieth event of an account leaves it one unit too much. */
    static Lending losesABalance() {
        return lending(
                (type, isReplay, words, count) -> {
                    if (isAccounts(type) && words[VERSION] == MUTANT_VERSION) {
                        words[POSTED]++;
                    }
                    return true;
                });
    }

    /** An account has no version 20. */
    static Lending skipsAVersion() {
        return lending(
                (type, isReplay, words, count) -> {
                    if (isAccounts(type) && words[VERSION] == MUTANT_VERSION) {
                        words[VERSION]++;
                    }
                    return true;
                });
    }

    /** A replay leaves out a change of an account. */
    static Lending replaysOtherwise() {
        return lending(
                (type, isReplay, words, count) ->
                        !isReplay || !isAccounts(type) || count % RARELY != 0);
    }

    /** Behind its third change a partition's shared tables go on with the fifth. */
    static Lending skipsASharedNumber() {
        return lending(
                (type, isReplay, words, count) -> {
                    if (type.name().equals("currency-registry") && words[SHARED] == MUTANT_SHARED) {
                        words[SHARED]++;
                    }
                    return true;
                });
    }

    /** A change of the shared tables stays in the lowest partition. */
    static Lending keepsSharedChanges() {
        return new Lending() {
            @Override
            public List<Feature<?>> features() {
                return List.of(keeping(new WalletFeature()));
            }
        };
    }

    /** What is done to a row before it is put; false if it is not put at all. */
    private interface Bug {
        boolean pass(RowType<?> type, boolean isReplay, long[] words, int count);
    }

    private static boolean isIds(RowType<?> type) {
        return type.name().equals("transaction-ids");
    }

    private static boolean isAccounts(RowType<?> type) {
        return type.name().equals("accounts");
    }

    private static Lending lending(Bug bug) {
        return new Lending() {
            @Override
            public List<Feature<?>> features() {
                return List.of(mutant(new WalletFeature(), bug));
            }
        };
    }

    /** Names the type of the state, which is the wallet's own secret. */
    private static <S> Feature<S> mutant(Feature<S> feature, Bug bug) {
        return new Mutant<>(feature, bug, true);
    }

    private static <S> Feature<S> keeping(Feature<S> feature) {
        return new Mutant<>(feature, (type, isReplay, words, count) -> true, false);
    }

    private static final class Mutant<S> implements Feature<S> {
        private final Feature<S> feature;
        private final Bug bug;
        private final boolean shares;
        private boolean decidedIsMade;

        Mutant(Feature<S> feature, Bug bug, boolean shares) {
            this.feature = feature;
            this.bug = bug;
            this.shares = shares;
        }

        @Override
        public String name() {
            return feature.name();
        }

        @Override
        public String group() {
            return feature.group();
        }

        @Override
        public List<RowType<?>> tables() {
            return feature.tables();
        }

        /** Each partition makes the decided state first, then the committed one, which replays. */
        @Override
        public S state(TableSource source) {
            boolean isReplay = decidedIsMade;
            decidedIsMade = !isReplay;
            return feature.state(new MutantTables(source, bug, isReplay));
        }

        @Override
        public List<MessageType<Command<S>>> commands() {
            return feature.commands();
        }

        @Override
        public List<MessageType<Event<S>>> events() {
            return feature.events();
        }

        @Override
        public List<Endpoint<S>> endpoints() {
            return feature.endpoints();
        }

        @Override
        public List<PackedKind<S>> packed() {
            return feature.packed();
        }

        @Override
        public List<Command<S>> genesis(S decided) {
            return feature.genesis(decided);
        }

        @Override
        public long sharedNumber(S committed) {
            return feature.sharedNumber(committed);
        }

        @Override
        public SharedTable shared(S committed) {
            return feature.shared(committed);
        }

        @Override
        public List<Command<S>> sharedChanges(S committed, long after) {
            return shares ? feature.sharedChanges(committed, after) : List.of();
        }
    }

    private record MutantTables(TableSource source, Bug bug, boolean isReplay)
            implements TableSource {
        @Override
        public <R> Rows<R> rows(RowType<R> type) {
            return new MutantRows<>(source.rows(type), type, bug, isReplay, new int[1]);
        }

        @Override
        public ByteStore bytes() {
            return source.bytes();
        }
    }

    private record MutantRows<R>(
            Rows<R> rows, RowType<R> type, Bug bug, boolean isReplay, int[] puts)
            implements Rows<R> {
        @Override
        public Optional<R> find(Key key) {
            return rows.find(key);
        }

        @Override
        public void put(R row) {
            long[] words = new long[type.words()];
            type.write(row, words, 0);
            puts[0]++;
            if (bug.pass(type, isReplay, words, puts[0])) {
                rows.put(type.read(words, 0));
            }
        }

        @Override
        public long word(long key, int index) {
            return rows.word(key, index);
        }

        @Override
        public long word(Key key, int index, long otherwise) {
            return rows.word(key, index, otherwise);
        }

        @Override
        public boolean seek(long key, RowCursor cursor) {
            return rows.seek(key, cursor);
        }

        /** As a put, so that no change is missed. */
        @Override
        public void change(long key, RowChange change) {
            long[] words = new long[type.words()];
            type.write(rows.find(Key.of(key)).orElseThrow(), words, 0);
            change.apply(words, 0);
            put(type.read(words, 0));
        }

        @Override
        public long need(Key key) {
            return rows.need(key);
        }

        @Override
        public long count() {
            return rows.count();
        }

        @Override
        public void forEach(Consumer<R> reader) {
            rows.forEach(reader);
        }
    }
}
