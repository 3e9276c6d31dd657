package io.windlass.kernel.table;

/** A row for tests whose key is its number. */
record NumberedCell(long number, long value) {
    static final RowType<NumberedCell> ROWS = new Layout();

    private static final class Layout implements RowType<NumberedCell> {
        @Override
        public String name() {
            return "numbered-cells";
        }

        @Override
        public int keyWords() {
            return 1;
        }

        @Override
        public boolean isNumbered() {
            return true;
        }

        @Override
        public int words() {
            return 2;
        }

        @Override
        public void write(NumberedCell row, long[] words, int at) {
            words[at] = row.number;
            words[at + 1] = row.value;
        }

        @Override
        public NumberedCell read(long[] words, int at) {
            return new NumberedCell(words[at], words[at + 1]);
        }
    }
}
