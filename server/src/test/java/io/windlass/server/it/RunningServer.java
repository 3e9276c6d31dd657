package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server process of a test: what it prints, where it listens, how it ends. */
public final class RunningServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final String READY = "ready ";

    private final long startNanos = System.nanoTime();
    private final Process process;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final Thread errorReader;

    RunningServer(Process process) {
        this.process = process;
        // A test that fails in the middle leaves no process behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        this.errorReader = reader("stderr", process.getErrorStream(), this::takeError);
        reader("stdout", process.getInputStream(), this::takeOutput);
    }

    /** Waits for the ready line; fails with what the server said if it ends instead. */
    RunningServer awaitReady() {
        try {
            address.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return this;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the server did not become ready:\n" + stderr(), e);
        }
    }

    /** What it serves. */
    public Client client() {
        return new Client(address.join());
    }

    /** Nanoseconds since it was started. */
    public long ageNanos() {
        return System.nanoTime() - startNanos;
    }

    /** The number of its process. */
    long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        process.toHandle().destroyForcibly();
        awaitExit();
    }

    /** SIGTERM; returns the exit code. */
    int terminate() {
        process.toHandle().destroy();
        return awaitExit();
    }

    /** Waits for an end that comes by itself; returns the exit code. */
    public int awaitExit() {
        try {
            assertTrue(
                    process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS),
                    () -> "the server does not end:\n" + stderr());
            errorReader.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** All of standard error so far. */
    public String stderr() {
        return String.join("\n", errors);
    }

    /** The newest line of standard error. */
    String lastLine() {
        return errors.isEmpty() ? "" : errors.get(errors.size() - 1);
    }

    /** Waits until standard error has a line with this text, or the process has ended. */
    public void awaitError(String text) {
        synchronized (errors) {
            while (process.isAlive() && errors.stream().noneMatch(line -> line.contains(text))) {
                try {
                    errors.wait(100);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void takeError(String line) {
        synchronized (errors) {
            errors.add(line);
            errors.notifyAll();
        }
    }

    private void takeOutput(String line) {
        if (line.startsWith(READY)) {
            address.complete(URI.create(line.substring(READY.length())));
        }
    }

    private Thread reader(String name, InputStream stream, LineTaker taker) {
        Thread thread = new Thread(() -> readAll(stream, taker), name + "-of-" + process.pid());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void readAll(InputStream stream, LineTaker taker) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().forEach(taker::take);
        } catch (IOException | UncheckedIOException e) {
            taker.take("the stream broke: " + e);
        }
        // The end of either stream is the end of the process.
        address.completeExceptionally(new IOException("the server has ended"));
    }

    private interface LineTaker {
        void take(String line);
    }
}
