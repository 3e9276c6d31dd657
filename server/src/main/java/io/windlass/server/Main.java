package io.windlass.server;

import ch.qos.logback.classic.LoggerContext;
import io.windlass.edge.disk.FileDisk;
import io.windlass.edge.json.JsonWriter;
import io.windlass.server.settings.Setting;
import io.windlass.server.settings.Settings;
import io.windlass.server.settings.SettingsException;
import io.windlass.server.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts one node, prints {@code ready} when it serves, stops it cleanly on SIGTERM.
 *
 * <p>Exit codes: 0 after a clean stop, 1 when the node cannot go on, 2 for wrong settings.
 */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final Path SETTINGS_FILE = Path.of("conf", "windlass.yaml");
    private static final int STOP_SECONDS = 20;
    private static final int FAILED = 1;
    private static final int WRONG_SETTINGS = 2;

    private Main() {}

    /** Runs until stopped. */
    public static void main(String[] arguments) {
        try {
            if (arguments.length > 0 && arguments[0].equals(NewKey.ARGUMENT)) {
                NewKey.print(List.of(arguments), System.out);
                return;
            }
            run(settings(List.of(arguments)));
        } catch (SettingsException e) {
            end(WRONG_SETTINGS, e.getMessage());
        } catch (IOException | RuntimeException e) {
            end(FAILED, words(e));
        }
    }

    private static Settings settings(List<String> arguments) {
        SettingsReader reader = new SettingsReader();
        if (Files.exists(SETTINGS_FILE)) {
            reader.file(SETTINGS_FILE);
        }
        return reader.environment(System.getenv()).arguments(arguments).settings();
    }

    private static void run(Settings settings) throws IOException {
        FileDisk disk = FileDisk.open(Path.of(settings.text(Setting.DATA_DIR)));
        int partitions =
                new GroupCounts(disk).partitions(Node.MONEY, NodePlan.wantedPartitions(settings));
        NodePlan plan = NodePlan.of(settings, partitions);
        LOG.info("{}\nlimits: {}", settings.tree(), JsonWriter.write(plan.allLimits()));
        Node node = new Node(plan, disk, lastLine -> end(FAILED, lastLine));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node), "stop"));
        node.start()
                .onSuccess(port -> ready(plan, port))
                .onFailure(problem -> end(FAILED, "cannot start: " + words(problem)));
    }

    private static void ready(NodePlan plan, int port) {
        System.out.println("ready " + plan.http().address(port));
        System.out.flush();
    }

    private static void stop(Node node) {
        LOG.info("stopping");
        try {
            node.stop()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            end(FAILED, "the stop was not clean: " + e);
        }
        LOG.info("stopped");
        Runtime.getRuntime().halt(0);
    }

    /** The name of a class is of use where its message is not a sentence. */
    private static String words(Throwable problem) {
        boolean isSentence = problem.getClass() == IOException.class;
        return isSentence ? problem.getMessage() : problem.toString();
    }

    /**
     * The last line is for the operator, and nothing may come after it: other threads that fail
     * over the same cause can neither log nor end the process another time.
     */
    private static synchronized void end(int code, String lastLine) {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
        System.err.println("windlass: " + lastLine);
        System.err.flush();
        Runtime.getRuntime().halt(code);
    }
}
