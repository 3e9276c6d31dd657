package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of {@code scripts/backup}, but on the class path of this test.
 *
 * @param exit its exit code
 * @param output all of standard output
 * @param errors all of standard error
 */
record BackupProcess(int exit, String output, String errors) {
    private static final int PATIENCE_SECONDS = 60;

    /** Copies the data of a node. */
    static BackupProcess copy(Path data, Path target, String... before) throws Exception {
        return run(List.of(before), "--data", data.toString(), "--to", target.toString());
    }

    /** Says whether a copy is whole. */
    static BackupProcess verify(Path target) throws Exception {
        return run(List.of(), "--verify", target.toString());
    }

    static BackupProcess run(List<String> before, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Project.jvmOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("io.windlass.server.backup.Backup");
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(Project.root().toFile()).start();
        // Both are a few lines, so neither pipe fills up.
        String output = text(process.getInputStream().readAllBytes());
        String errors = text(process.getErrorStream().readAllBytes());
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), errors);
        return new BackupProcess(process.exitValue(), output, errors);
    }

    /** Fails unless it went well. */
    BackupProcess done() {
        assertEquals(0, exit, this::toString);
        return this;
    }

    /** Fails unless it ended with this code and with a last line that has this text. */
    void refused(int code, String text) {
        assertEquals(code, exit, this::toString);
        String[] lines = errors.strip().split("\n", -1);
        assertTrue(lines[lines.length - 1].startsWith("windlass: "), this::toString);
        assertTrue(lines[lines.length - 1].contains(text), this::toString);
    }

    /** The value of a key in the last line. */
    String value(String key) {
        String[] lines = output.strip().split("\n", -1);
        for (String pair : lines[lines.length - 1].split(" ", -1)) {
            if (pair.startsWith(key + "=")) {
                return pair.substring(key.length() + 1);
            }
        }
        throw new AssertionError(key + " is not in " + output);
    }

    private static String text(byte[] bytes) throws IOException {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
