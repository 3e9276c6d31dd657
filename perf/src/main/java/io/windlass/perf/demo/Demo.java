package io.windlass.perf.demo;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program of {@code scripts/demo}.
 *
 * <p>Exit codes: 0 when every line got its answer, 1 when not, 2 for wrong arguments.
 */
public final class Demo {
    private static final int UNDELIVERED = 1;
    private static final int WRONG_ARGUMENTS = 2;
    private static final String TERMINAL = "windlass.terminal";

    private final PrintStream out;
    private final PrintStream err;

    Demo(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        System.exit(new Demo(System.out, System.err).run(List.of(arguments)));
    }

    /** Runs and returns the exit code. */
    int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            out.print(DemoOptions.USAGE);
            return 0;
        }
        try {
            return run(DemoOptions.of(arguments));
        } catch (DemoOptions.WrongArguments e) {
            err.println(e.getMessage());
            err.print(DemoOptions.USAGE);
            return WRONG_ARGUMENTS;
        } catch (IOException e) {
            err.println("demo: " + e.getMessage());
            return UNDELIVERED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNDELIVERED;
        }
    }

    private int run(DemoOptions options) throws IOException, InterruptedException {
        if (options.out().isPresent() && options.sample()) {
            Sample.write(options.out().get(), options.seed(), options.lines());
            err.println("wrote " + options.lines() + " lines to " + options.out().get());
            return 0;
        }
        if (!options.sample()) {
            Path file = options.file().orElseThrow();
            if (!Files.isReadable(file)) {
                throw new IOException("cannot read " + file);
            }
            return post(options, file, options.target().orElse(usualNode()));
        }
        Path file = Files.createTempFile("windlass-demo", ".csv");
        try {
            Sample.write(file, options.seed(), options.lines());
            return options.target().isPresent()
                    ? post(options, file, options.target().get())
                    : postToOwnNode(options, file);
        } finally {
            Files.delete(file);
        }
    }

    private int postToOwnNode(DemoOptions options, Path file)
            throws IOException, InterruptedException {
        try (OwnNode node = OwnNode.start()) {
            err.println("started a node of its own at " + node.address() + ", for this run only");
            return post(options, file, node.address());
        }
    }

    private int post(DemoOptions options, Path file, URI node)
            throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        get(client, node, "/health/ready");
        Vertx vertx = Vertx.vertx();
        try {
            boolean terminal = Boolean.getBoolean(TERMINAL);
            DemoRun run = new DemoRun(vertx, node, err, terminal);
            DemoRun.Result result = run.run(file, options.externals());
            Report report = new Report(out);
            report.print(result);
            if (result.isDelivered()) {
                report.print(new JsonObject(get(client, node, "/v1/audit/trial-balance")));
                return 0;
            }
            err.println(
                    "demo: not every line got an answer; run it again, what was posted is not"
                            + " posted twice");
            return UNDELIVERED;
        } finally {
            vertx.close();
        }
    }

    private static URI usualNode() {
        String port = System.getenv().getOrDefault("WINDLASS_HTTP_PORT", "8080");
        return URI.create("http://127.0.0.1:" + port);
    }

    private static String get(HttpClient client, URI node, String path)
            throws IOException, InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(node.resolve(path)).build();
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(node + path + " says " + response.body());
            }
            return response.body();
        } catch (ConnectException e) {
            throw new IOException(
                    "nothing listens at " + node + "; start a node with scripts/run first", e);
        }
    }
}
