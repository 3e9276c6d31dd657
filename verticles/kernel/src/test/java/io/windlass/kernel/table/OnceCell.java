package io.windlass.kernel.table;

/** A row for tests that comes once: four words of key, one of value. */
record OnceCell(long key, long value) {
    static final RowType<OnceCell> ROWS = new Layout();

    static Key key(long key) {
        return new Key(key, ~key, 1, 2);
    }

    private static final class Layout implements RowType<OnceCell> {
        @Override
        public String name() {
            return "once-cells";
        }

        @Override
        public int keyWords() {
            return 4;
        }

        @Override
        public boolean isAppendOnly() {
            return true;
        }

        @Override
        public int words() {
            return 5;
        }

        @Override
        public void write(OnceCell row, long[] words, int at) {
            words[at] = row.key;
            words[at + 1] = ~row.key;
            words[at + 2] = 1;
            words[at + 3] = 2;
            words[at + 4] = row.value;
        }

        @Override
        public OnceCell read(long[] words, int at) {
            return new OnceCell(words[at], words[at + 4]);
        }
    }
}
