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
import java.util.Optional;
import java.util.OptionalLong;

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
            return own();
        }
        int colon = target.lastIndexOf(':');
        if (colon < 1) {
            throw new BenchException("--target is " + target + ", it has to be host:port");
        }
        String host = target.substring(0, colon);
        int port = Integer.parseInt(target.substring(colon + 1));
        return new Subject(Scratch.make(), Optional.empty(), host, port);
    }

    private static Subject own() {
        Scratch scratch = Scratch.make();
        try {
            OwnProcess node = OwnProcess.node(scratch.path());
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
        int binaryPort = new JsonObject(get("/v1/info")).getInteger("binary_port", 0);
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
        OptionalLong pid =
                own.isPresent() ? OptionalLong.of(own.get().pid()) : Processes.listeningOn(port);
        return pid.isPresent()
                ? Optional.of(Processes.cpuSeconds(pid.getAsLong()))
                : Optional.empty();
    }

    /** The money group as {@code GET /v1/info} has it. */
    JsonObject money() {
        return new JsonObject(get("/v1/info")).getJsonArray("groups").getJsonObject(0);
    }

    /** The sum of all series of a meter. */
    double meter(String name) {
        return get("/metrics")
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        own.ifPresent(OwnProcess::close);
        scratch.close();
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
