package io.windlass.server.console;

import io.vertx.core.buffer.Buffer;
import io.windlass.base.check.Invariant;
import io.windlass.edge.http.Asset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** The files of the console. */
public final class Console {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String OWN = "/console/";
    private static final String CHART_POM = "/META-INF/maven/org.webjars/chartjs/pom.properties";
    private static final String CHART_HOME = "/META-INF/resources/webjars/chartjs/";

    private Console() {}

    /** All of them, read from the class path. */
    public static List<Asset> assets() {
        return List.of(
                asset("/", "text/html; charset=utf-8", OWN + "index.html"),
                asset("/console/console.css", "text/css; charset=utf-8", OWN + "console.css"),
                asset("/console/console.js", SCRIPT, OWN + "console.js"),
                asset("/console/sparkline.js", SCRIPT, OWN + "sparkline.js"),
                asset(
                        "/console/chart.js",
                        SCRIPT,
                        CHART_HOME + chartVersion() + "/dist/chart.umd.js"));
    }

    private static Asset asset(String path, String type, String resource) {
        return new Asset(path, type, Buffer.buffer(read(resource)));
    }

    /** The directory in the WebJar is named by its version. */
    private static String chartVersion() {
        Properties properties = new Properties();
        try (InputStream stream = open(CHART_POM)) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String resource) {
        try (InputStream stream = open(resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream stream = Console.class.getResourceAsStream(resource);
        Invariant.hold(stream != null, "the build has left out " + resource);
        return stream;
    }
}
