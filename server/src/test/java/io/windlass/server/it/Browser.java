package io.windlass.server.it;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A headless Chromium with one page, driven by its DevTools protocol. */
final class Browser implements AutoCloseable, WebSocket.Listener {
    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--remote-debugging-port=0",
                    "--window-size=1280,1000");
    private static final String LISTENING = "DevTools listening on ";
    private static final int PATIENCE_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final WebSocket page;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> open = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();

    /** Starts one with a new profile in a directory. */
    Browser(Path profile) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("chromium");
        builder.command().addAll(FLAGS);
        builder.command().add("--user-data-dir=" + profile);
        builder.command().add("about:blank");
        process = start(builder);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader errors =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        String line = errors.readLine();
        while (line != null && !line.startsWith(LISTENING)) {
            line = errors.readLine();
        }
        if (line == null) {
            throw new AssertionError("chromium did not start");
        }
        Thread drain = new Thread(() -> errors.lines().forEach(more -> {}), "chromium");
        drain.setDaemon(true);
        drain.start();
        page = http.newWebSocketBuilder().buildAsync(pageOf(line), this).join();
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("this test wants Debian's package chromium", e);
        }
    }

    /** Opens a page and waits until a condition in it holds, a JavaScript expression. */
    void visit(URI address, String until) {
        call("Page.navigate", new JsonObject().put("url", address.toString()));
        await(until);
    }

    /** Waits until a JavaScript expression is true in the page. */
    void await(String expression) {
        evaluate(
                "new Promise(done => { const ask = () => { let is = false; try { is = ("
                        + expression
                        + "); } catch (notYet) { is = false; }"
                        + " if (is) done(true); else setTimeout(ask, 50); }; ask(); })");
    }

    /** The value of a JavaScript expression, awaited if it is a promise. */
    Object evaluate(String expression) {
        JsonObject result =
                call(
                        "Runtime.evaluate",
                        new JsonObject()
                                .put("expression", expression)
                                .put("awaitPromise", true)
                                .put("returnByValue", true));
        if (result.containsKey("exceptionDetails")) {
            throw new AssertionError(result.encodePrettily());
        }
        return result.getJsonObject("result").getValue("value");
    }

    /** Has pages see another preference of their reader, {@code prefers-color-scheme} say. */
    void prefer(String feature, String value) {
        JsonObject preference = new JsonObject().put("name", feature).put("value", value);
        call(
                "Emulation.setEmulatedMedia",
                new JsonObject().put("features", new JsonArray().add(preference)));
    }

    /** Keeps a picture of the page for people. */
    void picture(Path file) throws IOException {
        JsonObject shot = call("Page.captureScreenshot", new JsonObject());
        Files.write(file, Base64.getDecoder().decode(shot.getString("data")));
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            JsonObject answer = new JsonObject(message.toString());
            message.setLength(0);
            CompletableFuture<JsonObject> waiting = open.remove(answer.getInteger("id", 0));
            if (waiting != null) {
                waiting.complete(answer);
            }
        }
        socket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        page.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.toHandle().onExit().join();
    }

    private JsonObject call(String method, JsonObject parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        open.put(id, answer);
        JsonObject call = new JsonObject().put("id", id).put("method", method);
        page.sendText(call.put("params", parameters).encode(), true).join();
        JsonObject told = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (told.containsKey("error")) {
            throw new AssertionError(method + ": " + told.getJsonObject("error").encode());
        }
        return told.getJsonObject("result");
    }

    /** The address of the one page, which the browser lists at the same port. */
    private URI pageOf(String line) {
        URI browser = URI.create(line.substring(LISTENING.length()).strip());
        URI list = URI.create("http://127.0.0.1:" + browser.getPort() + "/json/list");
        String pages =
                http.sendAsync(
                                HttpRequest.newBuilder(list).build(),
                                HttpResponse.BodyHandlers.ofString())
                        .join()
                        .body();
        return new JsonArray(pages)
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(target -> target.getString("type").equals("page"))
                        .map(target -> URI.create(target.getString("webSocketDebuggerUrl")))
                        .findFirst()
                        .orElseThrow();
    }
}
