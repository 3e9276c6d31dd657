package io.windlass.server.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server is started: like {@code scripts/run} does it, but on the class path of this test, so
 * that no build runs inside a build.
 *
 * @param data its data directory
 * @param settings {@code key=value}
 * @param before what the command line begins with, for example a tracer
 * @param around variables of the environment, {@code NAME=value}
 */
public record Launch(Path data, List<String> settings, List<String> before, List<String> around) {

    /** A server on any free port. */
    public static Launch on(Path data) {
        return new Launch(data, List.of("http.port=0", "binary.port=0"), List.of(), List.of());
    }

    /** The same with one more setting, which overrides the ones before. */
    public Launch with(String setting) {
        List<String> more = new ArrayList<>(settings);
        more.add(setting);
        return new Launch(data, List.copyOf(more), before, around);
    }

    /** The same with a variable of the environment. */
    public Launch withVariable(String variable) {
        return new Launch(data, settings, before, List.of(variable));
    }

    /** The same, started by another program. */
    Launch under(String... program) {
        return new Launch(data, settings, List.of(program), around);
    }

    /** Starts it and returns at once. */
    public RunningServer start() throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Project.jvmOptions());
        command.add("-Dlogback.configurationFile=conf/logging.xml");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("io.windlass.server.Main");
        command.addAll(List.of("--set", "data.dir=" + data));
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        ProcessBuilder builder = new ProcessBuilder(command).directory(Project.root().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WINDLASS_"));
        for (String variable : around) {
            int equals = variable.indexOf('=');
            builder.environment()
                    .put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return new RunningServer(builder.start());
    }

    /** Starts it and waits until it serves. */
    public RunningServer startReady() throws IOException {
        RunningServer server = start();
        server.awaitReady();
        return server;
    }
}
