package io.windlass.perf.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code scripts/bench}. Exit codes: 0 measured, 1 not measured, 2 wrong options. */
@Command(
        name = "scripts/bench",
        description = "Measures a node; prints key=value lines.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TransfersCommand.class,
            CurveCommand.class,
            ReplayCommand.class,
            EmptyCommand.class,
            OverloadCommand.class,
            PausesCommand.class
        })
public final class Bench implements Runnable {
    private Bench() {}

    /** Runs one measurement. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler(
                (problem, command, parsed) -> {
                    if (!(problem instanceof BenchException)) {
                        throw problem;
                    }
                    System.err.println("scripts/bench: " + problem.getMessage());
                    return 1;
                });
        System.exit(line.execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.err);
    }
}
