package io.windlass.kernel.table;

/** A row for tests: two words of key, one of value. */
record Cell(long high, long low, long value) {
    static final RowType<Cell> ROWS = new Layout();

    Key key() {
        return new Key(high, low, 0, 0);
    }

    private static final class Layout implements RowType<Cell> {
        @Override
        public String name() {
            return "cells";
        }

        @Override
        public int keyWords() {
            return 2;
        }

        @Override
        public int words() {
            return 3;
        }

        @Override
        public void write(Cell row, long[] words, int at) {
            words[at] = row.high;
            words[at + 1] = row.low;
            words[at + 2] = row.value;
        }

        @Override
        public Cell read(long[] words, int at) {
            return new Cell(words[at], words[at + 1], words[at + 2]);
        }
    }
}
