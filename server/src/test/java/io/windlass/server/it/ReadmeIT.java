package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands print what the README says. */
class ReadmeIT {
    private static final String ADDRESS = "localhost:8080";
    private static final int COMMANDS_MIN = 10;

    @TempDir private Path directory;

    private Optional<RunningServer> server = Optional.empty();
    private int port;

    @AfterEach
    void stop() {
        server.ifPresent(RunningServer::close);
    }

    @Test
    void theCommandsPrintWhatTheReadmeSays() throws Exception {
        assumeTrue(hasCurl(), "curl is not installed, or has no --json (7.82 and newer)");
        String readme = Files.readString(Project.root().resolve("README.md"));
        List<Session.Step> steps =
                Session.of(readme).stream().filter(step -> !isDemo(step)).toList();
        assertTrue(steps.size() >= COMMANDS_MIN, "where are the commands? " + steps);
        for (Session.Step step : steps) {
            String printed = run(step.command());
            assertTrue(step.isPrinted(printed), () -> step + " printed\n" + printed);
        }
    }

    @Test
    void whatDiffersIsSeen() {
        Session.Step step = Session.of("```console\n$ a \\\n b\nx ... y\n```\n").get(0);
        assertEquals("a \\\n b", step.command());
        assertTrue(step.isPrinted("x 1\r\n2 y\r\n"));
        assertFalse(step.isPrinted("x 1 z"));
        assertFalse(step.isPrinted(""));
    }

    /** The server's own verbs act on the test's server; everything else goes to a shell. */
    private String run(String command) throws Exception {
        if (command.equals("scripts/run")) {
            Launch launch = Launch.on(directory.resolve("data")).with("http.port=" + port);
            server = Optional.of(launch.startReady());
            port = server.get().client().base().getPort();
            return "ready http://127.0.0.1:8080";
        }
        if (command.startsWith("pkill -9")) {
            server.orElseThrow().kill();
            return "";
        }
        return shell(command.replace(ADDRESS, "127.0.0.1:" + port));
    }

    private String shell(String command) throws IOException, InterruptedException {
        Path errors = directory.resolve("errors");
        Process process =
                new ProcessBuilder("bash", "-c", command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> command + " failed");
        return output;
    }

    private boolean hasCurl() throws InterruptedException {
        try {
            return shell("curl --help all").contains("--json");
        } catch (IOException noBash) {
            return false;
        }
    }

    private static boolean isDemo(Session.Step step) {
        return step.command().startsWith("scripts/demo");
    }
}
