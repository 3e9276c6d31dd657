package io.windlass.server.simulation;

import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.simulation.SimulatedDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Disks with a bug. */
final class DiskMutants {
    private static final int FRAMES_FROM = 64;
    private static final int HINT_BYTES = 1_024;

    private DiskMutants() {}

    /** A sync that does nothing and says it did. */
    static Lending lyingSync() {
        return onFiles(
                file ->
                        new WrappedDisk.WrappedFile(file) {
                            @Override
                            public void sync() {}
                        });
    }

    /** A sync that happens with the next write only: what commits is acknowledged too early. */
    static Lending lateSync() {
        return onFiles(
                file ->
                        new WrappedDisk.WrappedFile(file) {
                            private boolean owed;

                            @Override
                            public void write(long offset, ByteBuffer source) throws IOException {
                                if (owed) {
                                    super.sync();
                                }
                                super.write(offset, source);
                            }

                            @Override
                            public void sync() {
                                owed = true;
                            }
                        });
    }

    /** A write that leaves its last sector out, if it has several. */
    static Lending shortWrite() {
        return onFiles(
                file ->
                        new WrappedDisk.WrappedFile(file) {
                            @Override
                            public void write(long offset, ByteBuffer source) throws IOException {
                                if (source.remaining() > 512) {
                                    source.limit(source.limit() - 512);
                                }
                                super.write(offset, source);
                            }
                        });
    }

    /** After a restart a replaced file is half new and half old. */
    static Lending halfReplaced() {
        Map<String, byte[]> older = new HashMap<>();
        Map<String, byte[]> newer = new HashMap<>();
        return new Lending() {
            @Override
            public Disk disk(SimulatedDisk disk) {
                return new WrappedDisk(disk) {
                    @Override
                    public void replace(String path, byte[] content) throws IOException {
                        super.replace(path, content);
                        older.put(path, newer.getOrDefault(path, content));
                        newer.put(path, content);
                    }

                    @Override
                    public Optional<byte[]> read(String path) throws IOException {
                        return super.read(path).map(content -> mixed(content, older.get(path)));
                    }
                };
            }
        };
    }

    /** A recovery that cuts what was committed: the last frame is damaged and no hint tells. */
    static Lending cutsTheCommitted() {
        return new Lending() {
            @Override
            public Disk disk(SimulatedDisk disk) {
                return new WrappedDisk(disk) {
                    private boolean damaged;

                    @Override
                    DiskFile wrap(String path, DiskFile file) throws IOException {
                        boolean isHint = path.endsWith("commit-hint");
                        List<String> logs =
                                disk.list("partitions/1").stream()
                                        .filter(name -> name.endsWith(".log"))
                                        .toList();
                        boolean isLast =
                                !logs.isEmpty() && path.endsWith(logs.get(logs.size() - 1));
                        if (isHint) {
                            file.write(0, ByteBuffer.allocate(HINT_BYTES));
                        } else if (isLast && !damaged) {
                            damaged = true;
                            damageLastFrame(file);
                        }
                        return file;
                    }
                };
            }
        };
    }

    private interface Wrapping {
        DiskFile of(DiskFile file);
    }

    private static Lending onFiles(Wrapping wrapping) {
        return new Lending() {
            @Override
            public Disk disk(SimulatedDisk disk) {
                return new WrappedDisk(disk) {
                    @Override
                    DiskFile wrap(String path, DiskFile file) {
                        return wrapping.of(file);
                    }
                };
            }
        };
    }

    private static byte[] mixed(byte[] content, byte[] old) {
        byte[] mixed = content.clone();
        int half = Math.min(mixed.length, old.length) / 2;
        System.arraycopy(old, 0, mixed, 0, half);
        return mixed;
    }

    private static void damageLastFrame(DiskFile file) throws IOException {
        byte[] content = new byte[(int) file.bytes()];
        file.read(0, ByteBuffer.wrap(content));
        int last = content.length - 1;
        while (last > FRAMES_FROM && content[last] == 0) {
            last--;
        }
        byte flipped = (byte) (content[last] ^ 1);
        file.write(last, ByteBuffer.wrap(new byte[] {flipped}));
    }
}
