package io.windlass.server.walls;

import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One source file: its path below the project's root and its text. */
record Source(Path path, String text) {

    boolean isMain() {
        return path.toString().replace('\\', '/').contains("src/main/java/");
    }

    /** The place of each line that matches, as {@code path:line}. */
    Stream<String> places(Predicate<String> line) {
        String[] lines = text.split("\n", -1);
        return IntStream.range(0, lines.length)
                .filter(index -> line.test(lines[index]))
                .mapToObj(index -> place(index + 1));
    }

    String place(long line) {
        return path + ":" + line;
    }
}
