package io.windlass.edge.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The description of the public interface, and Swagger UI to read it with, out of its WebJar:
 * nothing is fetched from anywhere else. Used on event loops.
 */
final class DocsPages {
    private static final CharSequence CSS = HttpHeaders.createOptimized("text/css; charset=utf-8");
    private static final CharSequence SCRIPT =
            HttpHeaders.createOptimized("text/javascript; charset=utf-8");
    private static final String ASSETS = "/docs/assets/{version}/";
    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_VERSION =
            "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** Swagger UI sets styles from its script. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    /** The version is part of the path, so a file under it never changes. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final String ASK_AGAIN = "no-cache";

    private final Vertx vertx;
    private final Buffer openApi;
    private final String tag;
    private final String version = version();
    private final Buffer page;
    private final Map<String, Buffer> files = new ConcurrentHashMap<>();

    /** The pages of this description. */
    DocsPages(Vertx vertx, byte[] openApi) {
        this.vertx = vertx;
        this.openApi = Buffer.buffer(openApi);
        this.tag = '"' + Integer.toHexString(this.openApi.hashCode()) + '"';
        this.page = Buffer.buffer(own("docs.html").toString().replace("{version}", version));
    }

    void addTo(PathTrie<Door> doors) {
        doors.add("GET", "/openapi.json", (request, path, startNanos) -> openApi(request));
        Door docs = (request, path, startNanos) -> page(request.response());
        doors.add("GET", "/docs", docs);
        doors.add("GET", "/docs/", docs);
        asset(doors, "swagger-ui.css", CSS, WEBJAR + version + "/swagger-ui.css");
        asset(doors, "swagger-ui-bundle.js", SCRIPT, WEBJAR + version + "/swagger-ui-bundle.js");
        asset(doors, "docs.js", SCRIPT, "io/windlass/edge/http/docs.js");
    }

    private void openApi(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.ETAG, tag);
        response.putHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            Responder.send(response, 200, MediaTypes.JSON, openApi);
        }
    }

    private void page(HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", POLICY);
        response.putHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        Responder.send(response, 200, MediaTypes.HTML, page);
    }

    private void asset(PathTrie<Door> doors, String name, CharSequence type, String resource) {
        doors.add(
                "GET",
                ASSETS + name,
                (request, path, startNanos) -> {
                    if (path.get(0).equals(version)) {
                        asset(request.response(), type, resource);
                    } else {
                        Responder.send(
                                request.response(),
                                Problem.of(ProblemKind.NOT_FOUND, "this node has " + version));
                    }
                });
    }

    /** A file of megabytes is unpacked once, and not on an event loop. */
    private void asset(HttpServerResponse response, CharSequence type, String resource) {
        vertx.executeBlocking(() -> files.computeIfAbsent(resource, DocsPages::read), false)
                .onSuccess(
                        file -> {
                            response.putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
                            response.putHeader("X-Content-Type-Options", "nosniff");
                            Responder.send(response, 200, type, file);
                        })
                .onFailure(bug -> Responder.fail(response, bug));
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = open(WEBJAR_VERSION)) {
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Buffer own(String name) {
        return read("io/windlass/edge/http/" + name);
    }

    private static Buffer read(String resource) {
        try (InputStream in = open(resource)) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = DocsPages.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("the build has left out " + resource);
        }
        return in;
    }
}
