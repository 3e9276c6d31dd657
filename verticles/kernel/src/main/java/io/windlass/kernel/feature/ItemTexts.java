package io.windlass.kernel.feature;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.LittleEndian;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of the items of a batch, as far as they are short ASCII texts, one behind the other in
 * one array. Filled item by item on one thread, then read on any.
 *
 * <pre>
 *   place of a field   0 it has no such text, else: start 24 bits | length + 1, 8 bits
 * </pre>
 */
public final class ItemTexts {
    /** No longer text is taken. */
    public static final int CHARS_MAX = 64;

    private static final int LENGTH_BITS = 8;
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;
    private static final int START_MAX = 1 << (32 - LENGTH_BITS - 1);
    private static final int USUAL_BYTES = 1 << 16;
    private static final int USUAL_ITEMS = 512;

    private final int fields;
    private final View[] views;
    private byte[] bytes = new byte[USUAL_BYTES];
    private int[] places;
    private int length;
    private int count;

    /** The texts of items that have so many fields. */
    public ItemTexts(int fields) {
        this.fields = fields;
        this.places = new int[USUAL_ITEMS * fields];
        this.views = new View[fields];
        Arrays.setAll(views, field -> new View());
    }

    /** How many items have begun. */
    public int count() {
        return count;
    }

    /** Begins the next item. */
    public void begin() {
        count++;
        if (count * fields > places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
    }

    /** Sets a field of the item begun last; false, and nothing is set, if it is no such text. */
    public boolean set(int field, char[] chars, int from, int charCount) {
        if (charCount > CHARS_MAX || length + charCount >= START_MAX) {
            return false;
        }
        if (length + charCount > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int all = 0;
        for (int i = 0; i < charCount; i++) {
            char c = chars[from + i];
            all |= c;
            bytes[length + i] = (byte) c;
        }
        if (all >= 0x80) {
            return false;
        }
        places[(count - 1) * fields + field] = (length << LENGTH_BITS) | (charCount + 1);
        length += charCount;
        return true;
    }

    /** Whether a field of the item begun last is set. */
    public boolean isSet(int field) {
        return places[(count - 1) * fields + field] != 0;
    }

    /**
     * A field of the item begun last, empty if it is not set: only to be looked at before the next
     * item begins.
     */
    public CharSequence view(int field) {
        int place = places[(count - 1) * fields + field];
        return views[field].of(bytes, place >>> LENGTH_BITS, Math.max(0, lengthAt(place)));
    }

    /** A hash of a field of the item begun last; not to be stored. */
    public int hash(int field) {
        int place = places[(count - 1) * fields + field];
        int at = place >>> LENGTH_BITS;
        int end = at + lengthAt(place);
        long hash = 0;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = Hashes.mix(hash ^ LittleEndian.u64(bytes, at));
        }
        for (; at < end; at++) {
            hash = (hash << Byte.SIZE) ^ bytes[at];
        }
        return (int) (Hashes.mix(hash) >>> Integer.SIZE);
    }

    /** Whether a field of the item begun last is this text. */
    public boolean is(int field, byte[] text) {
        int place = places[(count - 1) * fields + field];
        int at = place >>> LENGTH_BITS;
        return lengthAt(place) == text.length
                && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
    }

    /** A copy of a field of the item begun last that is set. */
    public byte[] copy(int field) {
        int place = places[(count - 1) * fields + field];
        int at = place >>> LENGTH_BITS;
        return Arrays.copyOfRange(bytes, at, at + lengthAt(place));
    }

    /** A field of an item, empty if it is not set. */
    public String text(int item, int field) {
        int place = places[item * fields + field];
        return new String(
                bytes,
                place >>> LENGTH_BITS,
                Math.max(0, lengthAt(place)),
                StandardCharsets.ISO_8859_1);
    }

    /** Takes the bytes of a text. */
    @FunctionalInterface
    public interface Taker<E extends Exception> {
        /** A range of an array that stays as it is. */
        void take(byte[] array, int offset, int length) throws E;
    }

    /** Shows a field of an item that is set. */
    public <E extends Exception> void show(int item, int field, Taker<E> taker) throws E {
        int place = places[item * fields + field];
        taker.take(bytes, place >>> LENGTH_BITS, lengthAt(place));
    }

    private static int lengthAt(int place) {
        return (place & LENGTH_MASK) - 1;
    }

    /** A text that lies in an array. */
    private static final class View implements CharSequence {
        private byte[] array;
        private int start;
        private int size;

        View of(byte[] in, int newStart, int newSize) {
            array = in;
            start = newStart;
            size = newSize;
            return this;
        }

        @Override
        public int length() {
            return size;
        }

        @Override
        public char charAt(int index) {
            return (char) array[start + index];
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return toString().substring(from, to);
        }

        @Override
        public String toString() {
            return new String(array, start, size, StandardCharsets.ISO_8859_1);
        }
    }
}
