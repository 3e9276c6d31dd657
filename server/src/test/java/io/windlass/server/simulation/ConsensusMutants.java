package io.windlass.server.simulation;

import io.windlass.kernel.port.Consensus;
import io.windlass.kernel.port.Place;
import io.windlass.kernel.port.StartPoint;
import java.util.function.UnaryOperator;

/** Consensus with a bug. */
final class ConsensusMutants {
    private static final int RARELY = 20;

    private ConsensusMutants() {}

    /** The last frame of a recovery is delivered twice. */
    static Lending deliversTwice() {
        return listening(DeliversTwice::new);
    }

    /** The first frame of a recovery is left out. */
    static Lending skipsTheFirst() {
        return listening(SkipsTheFirst::new);
    }

    /** Now and then a proposal is refused and its commit announced all the same. */
    static Lending acknowledgesTheRefused() {
        return standing(
                consensus ->
                        new Pretending(consensus) {
                            private int proposals;

                            @Override
                            boolean pretends() {
                                proposals++;
                                return proposals % RARELY == 0;
                            }
                        });
    }

    /** Nobody hears that the disk is full. */
    static Lending hidesTheFullDisk() {
        return listening(
                listener ->
                        new WrappedListener(listener) {
                            @Override
                            public void room(boolean enough) {}
                        });
    }

    /** While the disk is full, proposals are announced as committed and logged nowhere. */
    static Lending acceptsWithoutRoom() {
        return standing(
                consensus ->
                        new Pretending(consensus) {
                            private boolean full;

                            @Override
                            boolean pretends() {
                                return full;
                            }

                            @Override
                            void room(boolean enough) {
                                full = !enough;
                            }
                        });
    }

    private static Lending standing(UnaryOperator<Consensus> between) {
        return new Lending() {
            @Override
            public Consensus consensus(Consensus consensus) {
                return between.apply(consensus);
            }
        };
    }

    private static Lending listening(UnaryOperator<Consensus.Listener> between) {
        return standing(
                consensus ->
                        new WrappedConsensus(consensus) {
                            @Override
                            public void start(StartPoint from, Listener listener) {
                                super.start(from, between.apply(listener));
                            }
                        });
    }

    private static class WrappedConsensus implements Consensus {
        private final Consensus consensus;

        WrappedConsensus(Consensus consensus) {
            this.consensus = consensus;
        }

        @Override
        public void start(StartPoint from, Listener listener) {
            consensus.start(from, listener);
        }

        @Override
        public void propose(int term, Proposal events) {
            consensus.propose(term, events);
        }

        @Override
        public void stop() {
            consensus.stop();
        }
    }

    /** Announces commits of proposals that it keeps to itself. */
    private abstract static class Pretending extends WrappedConsensus {
        private Listener listener;
        private Place place = new Place(1, 64);

        Pretending(Consensus consensus) {
            super(consensus);
        }

        /** Whether it keeps the next proposal to itself. */
        abstract boolean pretends();

        void room(boolean enough) {
            listener.room(enough);
        }

        @Override
        public void start(StartPoint from, Listener partition) {
            listener = partition;
            super.start(
                    from,
                    new WrappedListener(partition) {
                        @Override
                        public void committed(Proposal events, Place where) {
                            place = where;
                            super.committed(events, where);
                        }

                        @Override
                        public void room(boolean enough) {
                            Pretending.this.room(enough);
                        }
                    });
        }

        @Override
        public void propose(int term, Proposal events) {
            if (pretends()) {
                listener.committed(events, place);
            } else {
                super.propose(term, events);
            }
        }
    }

    private static final class DeliversTwice extends WrappedListener {
        private Runnable last = () -> {};

        DeliversTwice(Consensus.Listener listener) {
            super(listener);
        }

        @Override
        public void committed(Consensus.Proposal events, Place place) {
            super.committed(events, place);
            last = () -> super.committed(events, place);
        }

        @Override
        public void recovered() {
            last.run();
            super.recovered();
        }
    }

    private static final class SkipsTheFirst extends WrappedListener {
        private boolean skipped;
        private boolean live;

        SkipsTheFirst(Consensus.Listener listener) {
            super(listener);
        }

        @Override
        public void committed(Consensus.Proposal events, Place place) {
            if (!live && !skipped) {
                skipped = true;
            } else {
                super.committed(events, place);
            }
        }

        @Override
        public void recovered() {
            live = true;
            super.recovered();
        }
    }

    private static class WrappedListener implements Consensus.Listener {
        private final Consensus.Listener listener;

        WrappedListener(Consensus.Listener listener) {
            this.listener = listener;
        }

        @Override
        public void committed(Consensus.Proposal events, Place place) {
            listener.committed(events, place);
        }

        @Override
        public void recovering(long index, long commitIndex) {
            listener.recovering(index, commitIndex);
        }

        @Override
        public void recovered() {
            listener.recovered();
        }

        @Override
        public void leading(int term) {
            listener.leading(term);
        }

        @Override
        public void following() {
            listener.following();
        }

        @Override
        public void room(boolean enough) {
            listener.room(enough);
        }

        @Override
        public void refused() {
            listener.refused();
        }

        @Override
        public void failed(Throwable cause) {
            listener.failed(cause);
        }
    }
}
