package io.windlass.kernel.table;

/** A row for tests that ages: two words of key, the sequence of its event, a value. */
record Stamp(long high, long low, long sequence, long value) {
    static final RowType<Stamp> ROWS = new Layout();

    Key key() {
        return new Key(high, low, 0, 0);
    }

    private static final class Layout implements RowType<Stamp> {
        @Override
        public String name() {
            return "stamps";
        }

        @Override
        public int keyWords() {
            return 2;
        }

        @Override
        public int words() {
            return 4;
        }

        @Override
        public boolean isAppendOnly() {
            return true;
        }

        @Override
        public int sequenceWord() {
            return 2;
        }

        @Override
        public void write(Stamp row, long[] words, int at) {
            words[at] = row.high;
            words[at + 1] = row.low;
            words[at + 2] = row.sequence;
            words[at + 3] = row.value;
        }

        @Override
        public Stamp read(long[] words, int at) {
            return new Stamp(words[at], words[at + 1], words[at + 2], words[at + 3]);
        }
    }
}
