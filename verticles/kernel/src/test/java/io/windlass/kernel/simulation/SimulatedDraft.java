package io.windlass.kernel.simulation;

import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskDraft;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A file in the making; what a crash leaves of it is as nothing, since it has another name. */
public final class SimulatedDraft implements DiskDraft {
    private final Disk disk;
    private final String path;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    /** A file that replaces the one with this path when it is finished. */
    public SimulatedDraft(Disk disk, String path) {
        this.disk = disk;
        this.path = path;
    }

    @Override
    public void append(ByteBuffer source) {
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        content.writeBytes(bytes);
    }

    @Override
    public void finish() throws IOException {
        disk.replace(path, content.toByteArray());
    }

    @Override
    public void close() {
        content.reset();
    }
}
