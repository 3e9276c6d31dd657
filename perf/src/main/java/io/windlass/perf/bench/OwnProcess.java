package io.windlass.perf.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a JVM of its own with our class path and options; stopped at the end. */
final class OwnProcess implements AutoCloseable {
    /** The options file that this JVM was started with; set by the script. */
    private static final String OPTIONS = "windlass.options";

    private static final int STOP_SECONDS = 30;

    private final Process process;
    private final Path log;
    private final int port;

    private OwnProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * A node with its data below a directory, ready.
     *
     * @param options of its JVM, beside ours
     * @param settings beside those that keep it apart from other nodes
     */
    static OwnProcess node(Path directory, List<String> options, String... settings) {
        List<String> arguments = new ArrayList<>();
        List<String> own =
                List.of(
                        "http.host=127.0.0.1",
                        "http.port=0",
                        "binary.port=0",
                        "data.dir=" + directory.resolve("data"));
        Stream.concat(own.stream(), Stream.of(settings))
                .forEach(setting -> arguments.addAll(List.of("--set", setting)));
        List<String> all = new ArrayList<>(memoryOptions());
        all.addAll(options);
        return start(directory.resolve("node.log"), all, "io.windlass.server.Main", arguments);
    }

    /** Those of {@code conf/jvm-node.options}, which lie beside the options of the JDK. */
    private static List<String> memoryOptions() {
        String options = System.getProperty(OPTIONS, "");
        return options.isEmpty()
                ? List.of()
                : List.of("@" + Path.of(options).resolveSibling("jvm-node.options"));
    }

    /** Starts a main class and waits for its line {@code ready http://host:port}. */
    static OwnProcess start(Path log, List<String> own, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String options = System.getProperty(OPTIONS, "");
        if (!options.isEmpty()) {
            command.add("@" + options);
        }
        command.add("-Dlogback.configurationFile=conf/logging.xml");
        command.addAll(List.of(System.getProperty("windlass.node.options", "").split(" ", -1)));
        command.removeIf(String::isEmpty);
        command.addAll(own);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            BufferedReader out =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null || !line.startsWith("ready ")) {
                process.destroy();
                throw new BenchException("the server did not start:\n" + Files.readString(log));
            }
            int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
            return new OwnProcess(process, log, port);
        } catch (IOException e) {
            throw new BenchException("cannot start " + main, e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** What it has written to standard error. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new BenchException("cannot read " + log, e);
        }
    }

    /** Asks it to stop, and waits. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
