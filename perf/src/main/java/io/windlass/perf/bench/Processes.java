package io.windlass.perf.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What Linux tells of processes in {@code /proc} (proc(5)). */
final class Processes {
    private static final Path PROC = Path.of("/proc");

    /** Of all Linux that this runs on: {@code getconf CLK_TCK}. */
    private static final double TICKS_PER_SECOND = 100;

    /** Fields behind the command's name, which is in parentheses and may hold anything. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";
    private static final String RESIDENT_MAX = "VmHWM:";
    private static final long BYTES_PER_KIBIBYTE = 1_024;

    private Processes() {}

    /** CPU time a process has used, user and system, in seconds. */
    static double cpuSeconds(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new BenchException("the process " + pid + " is gone", e);
        }
    }

    /** The most memory that a process has had resident at a time, in bytes. */
    static long residentMaxBytes(long pid) {
        try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT_MAX))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) * BYTES_PER_KIBIBYTE)
                    .sum();
        } catch (IOException e) {
            throw new BenchException("the process " + pid + " is gone", e);
        }
    }

    /** The process of this machine that listens on a port, if we may see it. */
    static OptionalLong listeningOn(int port) {
        try {
            for (String table : new String[] {"net/tcp", "net/tcp6"}) {
                for (String line : Files.readAllLines(PROC.resolve(table))) {
                    String[] fields = line.strip().split("\\s+", -1);
                    String suffix = String.format(Locale.ROOT, ":%04X", port);
                    if (fields[LOCAL_ADDRESS].endsWith(suffix) && fields[STATE].equals(LISTENING)) {
                        return owner("socket:[" + fields[INODE] + "]");
                    }
                }
            }
            return OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong owner(String socket) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, socket)) {
                    return OptionalLong.of(Long.parseLong(process.getFileName().toString()));
                }
            }
        }
        return OptionalLong.empty();
    }

    private static boolean holds(Path process, String socket) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException notOurs) {
            return false;
        }
    }
}
