package io.windlass.kernel.port;

import io.windlass.base.check.Invariant;

/**
 * The rule for names on a {@link Disk}: parts of ASCII letters, digits, {@code . _ -} between
 * slashes, none starting with a dot.
 *
 * <p>So no path leaves its data directory, and a disk has all other names (those with {@code ~}) to
 * itself for what it keeps beside the callers' files.
 */
public final class DiskPath {
    private DiskPath() {}

    /** The path of a file, checked; a breach is an {@link Invariant}. */
    public static String file(String path) {
        for (String part : path.split("/", -1)) {
            Invariant.hold(isName(part), "not a path on a disk: " + path);
        }
        return path;
    }

    /** The path of a directory, checked; the empty text is the data directory itself. */
    public static String directory(String path) {
        return path.isEmpty() ? path : file(path);
    }

    private static boolean isName(String part) {
        return !part.isEmpty()
                && part.charAt(0) != '.'
                && part.chars().allMatch(DiskPath::isNameCharacter);
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '-';
    }
}
