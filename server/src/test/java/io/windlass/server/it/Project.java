package io.windlass.server.it;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the project's files from wherever the tests were started. */
public final class Project {
    private static final int FIRST_WITH_NEW_OPTIONS = 24;

    private Project() {}

    /** The directory that holds the whole project; only this one has .mvn. */
    public static Path root() {
        Path place = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(place.resolve(".mvn"))) {
            place = place.getParent();
        }
        return place;
    }

    /** The options every JVM of this version gets from {@code scripts/run}. */
    static Path jvmOptions() {
        boolean isNew = Runtime.version().feature() >= FIRST_WITH_NEW_OPTIONS;
        return root().resolve("conf").resolve(isNew ? "jvm-25.options" : "jvm-17.options");
    }
}
