package io.windlass.server.backup;

import io.windlass.server.ProgressBar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code scripts/backup}: {@code --to DIR [--data DIR]} makes a backup, {@code --verify DIR} checks
 * one.
 *
 * <p>Ends with a line of key=value and 0, or with a line that says why and 1 (failed), 2 (refused,
 * nothing was begun) or 3 (damaged, or of an unknown format).
 */
public final class Backup {
    private static final String TO = "--to";
    private static final String DATA = "--data";
    private static final String VERIFY = "--verify";
    private static final String USAGE =
            "usage: scripts/backup --to DIR [--data DIR], or scripts/backup --verify DIR";

    private Backup() {}

    /** Runs one of both. */
    public static void main(String[] arguments) {
        try {
            System.out.println(run(options(List.of(arguments))));
        } catch (Refusal e) {
            end(e.code(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            end(Refusal.Code.FAILED, "the backup has failed, nothing is left of it: " + words(e));
        }
    }

    private static String run(Map<String, Path> options) throws Refusal, IOException {
        ProgressBar bar = ProgressBar.onTerminal(System.err);
        if (options.containsKey(VERIFY) && !options.containsKey(TO)) {
            return verify(options.get(VERIFY), bar);
        }
        if (!options.containsKey(TO) || !options.containsKey(DATA) || options.containsKey(VERIFY)) {
            throw new Refusal(Refusal.Code.REFUSED, USAGE);
        }
        return new BackupRun(options.get(DATA), options.get(TO), bar).run();
    }

    private static String verify(Path directory, ProgressBar bar) throws Refusal {
        try {
            return new BackupCheck(directory, bar).run();
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.FAILED, directory + " cannot be read: " + words(e));
        }
    }

    private static Map<String, Path> options(List<String> arguments) throws Refusal {
        Map<String, Path> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!Set.of(TO, DATA, VERIFY).contains(name) || i + 1 == arguments.size()) {
                throw new Refusal(Refusal.Code.REFUSED, USAGE);
            }
            options.put(name, Path.of(arguments.get(i + 1)).toAbsolutePath().normalize());
        }
        return options;
    }

    /** The name of a class is of use where its message is not a sentence. */
    private static String words(Exception problem) {
        boolean isSentence = problem.getClass() == IOException.class;
        return isSentence ? problem.getMessage() : problem.toString();
    }

    private static void end(Refusal.Code code, String lastLine) {
        System.err.println("windlass: " + lastLine);
        System.err.flush();
        System.exit(code.exit());
    }
}
