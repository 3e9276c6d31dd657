package io.windlass.perf.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A node on a free port, with a data directory that is thrown away at the end. */
final class OwnNode implements AutoCloseable {
    private static final int STOP_SECONDS = 30;
    private static final String READY = "ready ";

    private final Path directory;
    private final Process process;
    private final URI address;

    private OwnNode(Path directory, Process process, URI address) {
        this.directory = directory;
        this.process = process;
        this.address = address;
    }

    /** Starts a node with the options and classes of this JVM, and waits until it is ready. */
    static OwnNode start() throws IOException {
        Path directory = Files.createTempDirectory("windlass-demo");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("io.windlass.server.Main");
        command.addAll(List.of("--set", "http.port=0", "--set", "binary.port=0"));
        command.addAll(List.of("--set", "data.dir=" + directory));
        Path log = directory.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectError(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WINDLASS_"));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process.toHandle()::destroy, "stop-node"));
        BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the node did not start, see " + log);
        }
        // A pipe that nobody empties would stop the node when it is full.
        Thread emptying = new Thread(() -> lines.lines().forEach(more -> {}), "node-output");
        emptying.setDaemon(true);
        emptying.start();
        return new OwnNode(directory, process, URI.create(line.substring(READY.length())));
    }

    /** Where it listens. */
    URI address() {
        return address;
    }

    /** Stops the node, by force if it does not stop by itself, and throws its data away. */
    @Override
    public void close() throws IOException {
        // Unlike destroy() of the process, this leaves its output open to be read to the end.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the node was stopping", e);
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
