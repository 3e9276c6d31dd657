package walls.sound.edge.disk;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import walls.sound.kernel.port.Executor;

/** The edge at home with its libraries. */
public record Segment(Vertx vertx, Path path, Bytes<?> bytes, Executor port) {}
