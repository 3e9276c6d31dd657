package io.windlass.perf.bench;

import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.windlass.edge.client.ClientOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.DoubleStream;

/** The node that is measured: one of our own, or another one that is left running. */
final class Subject implements AutoCloseable {
    private final Scratch scratch;
    private final Optional<OwnProcess> own;
    private final String host;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private Subject(Scratch scratch, Optional<OwnProcess> own, String host, int port) {
        this.scratch = scratch;
        this.own = own;
        this.host = host;
        this.port = port;
    }

    /** The node at {@code host:port}, or a new one if the text is empty. */
    static Subject at(String target) {
        if (target.isEmpty()) {
            return own(directory -> List.of());
        }
        int colon = target.lastIndexOf(':');
        if (colon < 1) {
            throw new BenchException("--target is " + target + ", it has to be host:port");
        }
        String host = target.substring(0, colon);
        int port = Integer.parseInt(target.substring(colon + 1));
        return new Subject(Scratch.make(), Optional.empty(), host, port);
    }

    /** A new one that keeps a log of its safepoints in {@link #directory}. */
    static Subject ofPauses() {
        return own(SafepointLog::options);
    }

    private static Subject own(Function<Path, List<String>> options) {
        Scratch scratch = Scratch.make();
        try {
            List<String> ofMachine = options.apply(scratch.path());
            OwnProcess node = OwnProcess.node(scratch.path(), ofMachine);
            return new Subject(scratch, Optional.of(node), "127.0.0.1", node.port());
        } catch (BenchException e) {
            scratch.close();
            throw e;
        }
    }

    SocketAddress address() {
        return SocketAddress.inetSocketAddress(port, host);
    }

    /** Where it speaks the binary protocol. */
    ClientOptions binary() {
        int binaryPort = info().getInteger("binary_port", 0);
        if (binaryPort == 0) {
            throw new BenchException("the node does not speak the binary protocol");
        }
        return ClientOptions.at(host, binaryPort);
    }

    /** Where disk times are measured: beside the data of a node of our own. */
    Path directory() {
        return scratch.path();
    }

    /** CPU seconds the node has used; nothing if it is not on this machine. */
    Optional<Double> cpuSeconds() {
        return process(Processes::cpuSeconds);
    }

    /** Adds what it holds in memory, and how much it may. */
    void addMemoryTo(Figures figures) {
        JsonObject info = info();
        figures.number("table_bytes", info.getJsonObject("usage").getLong("table_bytes"))
                .number("table_bytes_max", info.getJsonObject("limits").getLong("table_bytes"))
                .text(
                        "resident_max_bytes",
                        process(Processes::residentMaxBytes)
                                .map(Object::toString)
                                .orElse("unknown"));
    }

    /** The money group as {@code GET /v1/info} has it. */
    JsonObject money() {
        return info().getJsonArray("groups").getJsonObject(0);
    }

    /** The sum of all series of a meter. */
    double meter(String name) {
        return series(name).sum();
    }

    /** The largest series of a meter. */
    double meterMax(String name) {
        return series(name)
                .max()
                .orElseThrow(() -> new BenchException("the node does not tell " + name));
    }

    /** How many lines of the log of a node of our own have a text. */
    long logged(String text) {
        return own.stream()
                .flatMap(node -> node.log().lines())
                .filter(l -> l.contains(text))
                .count();
    }

    @Override
    public void close() {
        own.ifPresent(OwnProcess::close);
        scratch.close();
    }

    private DoubleStream series(String name) {
        return get("/metrics")
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))));
    }

    private JsonObject info() {
        return new JsonObject(get("/v1/info"));
    }

    private <T> Optional<T> process(LongFunction<T> question) {
        OptionalLong pid =
                own.isPresent() ? OptionalLong.of(own.get().pid()) : Processes.listeningOn(port);
        return pid.isPresent() ? Optional.of(question.apply(pid.getAsLong())) : Optional.empty();
    }

    private String get(String path) {
        return send(request(path).GET()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new BenchException("nothing answers at " + host + ":" + port + ": " + e, e);
        } catch (InterruptedException e) {
            throw new BenchException("interrupted", e);
        }
    }
}
