package io.windlass.features.wallet;

import io.windlass.base.wire.Decimals;
import io.windlass.kernel.table.RowType;

/**
 * The row of a currency. Nothing about it ever changes.
 *
 * <pre>
 *   0 number   1 code, base 37   2 numeric | scale 8   3 change   4 name reference
 * </pre>
 *
 * @param number its number in every partition, from 1, at most 16 bits
 * @param packedCode three to twelve capitals and digits in base 37
 * @param numeric the ISO 4217 number, 0 if it has none
 * @param scale digits behind the point, 0 to 9
 * @param change the registry's change that brought it
 * @param nameReference its name in the byte store
 */
record Currency(
        int number, long packedCode, int numeric, int scale, long change, long nameReference) {
    static final RowType<Currency> ROWS = new Layout();
    static final int SCALE = 2;
    private static final int BASE = 37;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    static Currency of(
            int number, String code, int numeric, int scale, long change, long nameReference) {
        return new Currency(number, pack(code), numeric, scale, change, nameReference);
    }

    /** Three to twelve capitals and digits. */
    String code() {
        StringBuilder code = new StringBuilder();
        for (long rest = packedCode; rest > 0; rest /= BASE) {
            code.append(DIGITS.charAt((int) (rest % BASE) - 1));
        }
        return code.toString();
    }

    /** The scale in the word at {@link #SCALE}. */
    static int scale(long word) {
        return (int) word & 0xFF;
    }

    /** So many minor units as text. */
    String format(long minorUnits) {
        return Decimals.format(minorUnits, scale);
    }

    private static final class Layout implements RowType<Currency> {
        @Override
        public String name() {
            return "currencies";
        }

        @Override
        public int keyWords() {
            return 1;
        }

        @Override
        public int words() {
            return 5;
        }

        @Override
        public void write(Currency row, long[] words, int at) {
            words[at] = row.number;
            words[at + 1] = row.packedCode;
            words[at + SCALE] = (long) row.numeric << 8 | row.scale;
            words[at + 3] = row.change;
            words[at + 4] = row.nameReference;
        }

        @Override
        public Currency read(long[] words, int at) {
            return new Currency(
                    (int) words[at],
                    words[at + 1],
                    (int) (words[at + SCALE] >>> 8),
                    scale(words[at + SCALE]),
                    words[at + 3],
                    words[at + 4]);
        }
    }

    /** Twelve digits of base 37 fit 63 bits; the digit 0 ends the text. */
    private static long pack(String code) {
        long packed = 0;
        for (int i = code.length() - 1; i >= 0; i--) {
            packed = packed * BASE + DIGITS.indexOf(code.charAt(i)) + 1;
        }
        return packed;
    }
}
