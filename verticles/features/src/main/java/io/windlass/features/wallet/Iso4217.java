package io.windlass.features.wallet;

import io.windlass.base.check.Invariant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The active currencies of ISO 4217 by edition of our own resource files.
 *
 * <p>A logged edition is read back at every replay, so a file that was released never changes: a
 * newer list is a new file with the next number.
 */
final class Iso4217 {
    static final int NEWEST = 1;
    private static final List<Entry> FIRST = load("iso-4217-edition-1.csv");

    private Iso4217() {}

    /** One line: code, number, digits, name. */
    record Entry(String code, int numeric, int scale, String name) {}

    static List<Entry> edition(int edition) {
        Invariant.hold(edition == 1, "this build does not know the logged edition of ISO 4217");
        return FIRST;
    }

    private static List<Entry> load(String name) {
        try (InputStream bytes = Iso4217.class.getResourceAsStream(name);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return lines.lines().map(Iso4217::entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        String[] parts = line.split(",", 4);
        return new Entry(
                parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3]);
    }
}
