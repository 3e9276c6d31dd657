package io.windlass.kernel.simulation;

import io.windlass.kernel.port.CopyTarget;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A copy of a data directory in memory, which can be put on a disk. */
public final class MemoryTarget implements CopyTarget {
    private final Map<String, byte[]> files = new TreeMap<>();

    @Override
    public void append(String path, ByteBuffer content) {
        byte[] before = files.getOrDefault(path, new byte[0]);
        ByteBuffer all = ByteBuffer.allocate(before.length + content.remaining());
        files.put(path, all.put(before).put(content).array());
    }

    @Override
    public void discard(String path) {
        files.remove(path);
    }

    /** The paths of all files. */
    public Set<String> paths() {
        return files.keySet();
    }

    /** The content of a file that is there. */
    public byte[] content(String path) {
        return files.get(path).clone();
    }

    /** A disk with these files and nothing else. */
    public SimulatedDisk disk() throws IOException {
        SimulatedDisk disk = new SimulatedDisk(() -> 0);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (isPreallocated(file.getKey())) {
                preallocated(disk, file.getKey(), file.getValue());
            } else {
                disk.replace(file.getKey(), file.getValue());
            }
        }
        return disk;
    }

    private static boolean isPreallocated(String path) {
        return path.endsWith(".log") || path.endsWith("commit-hint") || path.endsWith(".sealed");
    }

    private static void preallocated(Disk disk, String path, byte[] content) throws IOException {
        try (DiskFile file = disk.create(path, content.length)) {
            file.write(0, ByteBuffer.wrap(content));
            file.sync();
        }
    }
}
