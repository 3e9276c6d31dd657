package io.windlass.perf.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param file the transfers; empty for a sample that is posted at once
 * @param externals accounts of kind external; empty for the payer of the first line
 * @param target the node to post to; empty for the usual one, or one of its own for a sample
 * @param sample whether to make a sample
 * @param lines how many lines the sample has
 * @param seed what the sample is drawn from; the same seed gives the same file
 * @param out where the sample goes; empty to post it instead
 */
record DemoOptions(
        Optional<Path> file,
        Set<String> externals,
        Optional<URI> target,
        boolean sample,
        int lines,
        long seed,
        Optional<Path> out) {
    static final String USAGE =
            """
            usage: scripts/demo FILE.csv [--external a,b] [--target host:port]
                   scripts/demo --sample [--lines N] [--seed N] [--out FILE | --target host:port]

              FILE.csv      lines of from,to,amount,currency,id[,time]
              --external    outside accounts, which may go below zero; else the first line's payer
              --target      the node to post to (127.0.0.1:8080, or WINDLASS_HTTP_PORT)
              --sample      makes up a seeded sample instead of reading a file, and posts it to the
                            target, or else to a node of its own that is thrown away afterwards
              --lines       lines of the sample (100000)
              --seed        the same seed makes the same sample (1)
              --out         writes the sample to a file and posts nothing
            """;

    private static final int LINES = 100_000;
    private static final long SEED = 1;

    /** Thrown for a command line that cannot be read. */
    static final class WrongArguments extends Exception {
        private static final long serialVersionUID = 1L;

        WrongArguments(String message) {
            super(message);
        }
    }

    static DemoOptions of(List<String> arguments) throws WrongArguments {
        DemoOptions options =
                new DemoOptions(
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        false,
                        LINES,
                        SEED,
                        Optional.empty());
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.remove(), rest);
        }
        if (options.sample == options.file.isPresent()) {
            throw new WrongArguments("one of FILE.csv and --sample is needed");
        }
        return options;
    }

    private DemoOptions with(String name, Deque<String> rest) throws WrongArguments {
        return switch (name) {
            case "--sample" -> new DemoOptions(file, externals, target, true, lines, seed, out);
            case "--external" -> {
                Set<String> names = new LinkedHashSet<>(List.of(value(name, rest).split(",")));
                yield new DemoOptions(file, names, target, sample, lines, seed, out);
            }
            case "--target" -> {
                Optional<URI> node = Optional.of(node(value(name, rest)));
                yield new DemoOptions(file, externals, node, sample, lines, seed, out);
            }
            case "--lines" -> {
                int count = (int) number(name, rest, 1, Integer.MAX_VALUE);
                yield new DemoOptions(file, externals, target, sample, count, seed, out);
            }
            case "--seed" -> {
                long drawn = number(name, rest, Long.MIN_VALUE, Long.MAX_VALUE);
                yield new DemoOptions(file, externals, target, sample, lines, drawn, out);
            }
            case "--out" -> {
                Optional<Path> path = Optional.of(Path.of(value(name, rest)));
                yield new DemoOptions(file, externals, target, sample, lines, seed, path);
            }
            default -> withFile(name);
        };
    }

    private DemoOptions withFile(String name) throws WrongArguments {
        if (name.startsWith("-") || file.isPresent()) {
            throw new WrongArguments("cannot read the argument " + name);
        }
        Optional<Path> path = Optional.of(Path.of(name));
        return new DemoOptions(path, externals, target, sample, lines, seed, out);
    }

    private static URI node(String text) throws WrongArguments {
        String address = text.contains("://") ? text : "http://" + text;
        URI node = URI.create(address);
        if (node.getHost() == null || node.getPort() < 0) {
            throw new WrongArguments("--target is host:port, not " + text);
        }
        return node;
    }

    private static long number(String name, Deque<String> rest, long min, long max)
            throws WrongArguments {
        String text = value(name, rest);
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new WrongArguments(name + " is a whole number, not " + text);
        }
        throw new WrongArguments(name + " is at least " + min);
    }

    private static String value(String name, Deque<String> rest) throws WrongArguments {
        if (rest.isEmpty()) {
            throw new WrongArguments(name + " needs a value");
        }
        return rest.remove();
    }
}
