package io.windlass.edge.net;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileProps;
import io.vertx.core.net.ServerSSLOptions;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for a changed certificate and hands it to a server. Used on the server's loop. */
public final class Certificates {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private static final long LOOK_MILLIS = 2_000;

    private final Vertx vertx;
    private final TlsFiles files;
    private final Receiver server;
    private Optional<List<Long>> seen = Optional.empty();

    /** What takes a new certificate: {@code updateSSLOptions} of a server. */
    @FunctionalInterface
    public interface Receiver {
        /** Takes it, also if the options look as they did. */
        Future<Boolean> take(ServerSSLOptions options, boolean always);
    }

    /** Certificates in files, for a server. */
    public Certificates(Vertx vertx, TlsFiles files, Receiver server) {
        this.vertx = vertx;
        this.files = files;
        this.server = server;
    }

    /** Looks again and again, until the verticle ends. */
    public void watch() {
        look();
        vertx.setPeriodic(LOOK_MILLIS, turn -> look());
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
            server.take(files.options(), true)
                    .onSuccess(done -> LOG.info("took the new certificate"))
                    .onFailure(
                            trouble ->
                                    LOG.warn(
                                            "kept the old certificate, the new one is no good: {}",
                                            trouble.toString()));
        }
    }
}
