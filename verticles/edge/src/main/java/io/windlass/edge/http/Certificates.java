package io.windlass.edge.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileProps;
import io.vertx.core.http.HttpServer;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for a changed certificate and hands it to a server. Used on the server's loop. */
final class Certificates {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final Vertx vertx;
    private final TlsFiles files;
    private final HttpServer server;
    private Optional<List<Long>> seen = Optional.empty();

    Certificates(Vertx vertx, TlsFiles files, HttpServer server) {
        this.vertx = vertx;
        this.files = files;
        this.server = server;
    }

    /** Looks again every so many milliseconds, until the verticle ends. */
    void watch(long everyMillis) {
        look();
        vertx.setPeriodic(everyMillis, turn -> look());
    }

    private void look() {
        changed(files.certificate())
                .compose(certificate -> changed(files.key()).map(key -> List.of(certificate, key)))
                .onSuccess(this::compare);
    }

    private Future<Long> changed(String path) {
        return vertx.fileSystem().props(path).map(FileProps::lastModifiedTime);
    }

    private void compare(List<Long> times) {
        boolean isNew = seen.isPresent() && !seen.get().equals(times);
        seen = Optional.of(times);
        if (isNew) {
            // The paths are the old ones, so the options look unchanged.
            server.updateSSLOptions(files.options(), true)
                    .onSuccess(done -> LOG.info("took the new certificate"))
                    .onFailure(
                            trouble ->
                                    LOG.warn(
                                            "kept the old certificate, the new one is no good: {}",
                                            trouble.toString()));
        }
    }
}
