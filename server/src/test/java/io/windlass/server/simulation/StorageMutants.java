package io.windlass.server.simulation;

import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Unavailable.Reason;
import io.windlass.kernel.feature.contract.JsonText;
import io.windlass.kernel.partition.Replies;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskDraft;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.simulation.SimulatedDisk;
import io.windlass.kernel.simulation.SimulatedDisk.Content;
import io.windlass.kernel.snapshot.ForgedManifest;
import io.windlass.kernel.table.RowType;
import io.windlass.server.Features;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Snapshots, recovery and room with a bug. */
final class StorageMutants {
    private static final String MANIFEST = ".state";
    private static final String SNAPSHOTS = "/snapshots";
    private static final int FRAME_HEAD = 56;
    private static final int SEGMENT_HEAD = 64;

    private StorageMutants() {}

    /** Neither the checksum of a snapshot's part nor the digest of its rows is looked at. */
    static Lending uncheckedSnapshot() {
        List<RowType<?>> types = new ArrayList<>();
        Features.all().stream().map(Feature::tables).forEach(types::addAll);
        return onDisk(
                disk ->
                        new WrappedDisk(disk) {
                            @Override
                            public Optional<byte[]> read(String path) throws IOException {
                                Optional<byte[]> content = super.read(path);
                                return path.endsWith(MANIFEST)
                                        ? Optional.of(forged(disk, path, content.get(), types))
                                        : content;
                            }
                        });
    }

    /** The older snapshots are removed when the first part of a new one is there. */
    static Lending removesTooEarly() {
        return onDisk(
                disk ->
                        new WrappedDisk(disk) {
                            @Override
                            public DiskDraft draft(String path, long bytes) throws IOException {
                                if (path.endsWith("-000000.part")) {
                                    removeOthers(disk, path);
                                }
                                return super.draft(path, bytes);
                            }
                        });
    }

    /** A restart does not look for snapshots. */
    static Lending forgetsSnapshots() {
        return onDisk(
                disk ->
                        new WrappedDisk(disk) {
                            private boolean looked;

                            @Override
                            public List<String> list(String directory) throws IOException {
                                boolean first = directory.endsWith(SNAPSHOTS) && !looked;
                                looked |= first;
                                return first ? List.of() : super.list(directory);
                            }
                        });
    }

    /** Recovery takes frames whose checksum is wrong. */
    static Lending uncheckedFrames() {
        return onDisk(
                disk ->
                        new WrappedDisk(disk) {
                            @Override
                            DiskFile wrap(String path, DiskFile file) {
                                return new UncheckedFile(file, disk, path);
                            }
                        });
    }

    /** While the disk is full, what was executed is told to be refused. */
    static Lending refusesTheExecuted() {
        return new Lending() {
            private Optional<SimulatedDisk> disk = Optional.empty();

            @Override
            public Disk disk(SimulatedDisk real) {
                disk = Optional.of(real);
                return real;
            }

            @Override
            public Reply reply(Reply reply) {
                boolean isTransfer = JsonText.of(reply.answer()).contains("from_balance");
                return isTransfer && !hasRoom(disk.orElseThrow())
                        ? Replies.unavailable(Reason.STORAGE_FULL, "a planted bug")
                        : reply;
            }
        };
    }

    private static boolean hasRoom(SimulatedDisk disk) {
        try {
            return disk.hasRoom(1);
        } catch (IOException dead) {
            return true;
        }
    }

    private interface Wrapping {
        Disk of(SimulatedDisk disk);
    }

    private static Lending onDisk(Wrapping wrapping) {
        return new Lending() {
            @Override
            public Disk disk(SimulatedDisk disk) {
                return wrapping.of(disk);
            }
        };
    }

    private static byte[] forged(Disk disk, String path, byte[] manifest, List<RowType<?>> types) {
        String start = path.substring(0, path.length() - MANIFEST.length());
        try {
            return ForgedManifest.of(
                    manifest,
                    types,
                    number -> disk.read(start + String.format("-%06d.part", number)).orElseThrow());
        } catch (IOException | RuntimeException e) {
            return manifest;
        }
    }

    private static void removeOthers(SimulatedDisk disk, String path) throws IOException {
        int name = path.lastIndexOf('/');
        String own = path.substring(0, path.lastIndexOf('-'));
        for (String other : disk.paths()) {
            if (other.startsWith(path.substring(0, name)) && !other.startsWith(own)) {
                disk.delete(other);
            }
        }
    }

    /** Makes the checksums of damaged frames fit when a segment is read. */
    private static final class UncheckedFile extends WrappedDisk.WrappedFile {
        private final SimulatedDisk disk;
        private final String path;

        UncheckedFile(DiskFile file, SimulatedDisk disk, String path) {
            super(file);
            this.disk = disk;
            this.path = path;
        }

        @Override
        public int read(long offset, ByteBuffer target) throws IOException {
            int start = target.position();
            int count = super.read(offset, target);
            Content content = disk.content(path);
            int at = offset == 0 ? SEGMENT_HEAD : 0;
            while (at + FRAME_HEAD <= count) {
                int length = target.getInt(start + at);
                if (length < FRAME_HEAD || length % Long.BYTES != 0 || at + length > count) {
                    break;
                }
                if (content.isDamaged(offset + at, offset + at + length)) {
                    CRC32C crc = new CRC32C();
                    crc.update(
                            target.duplicate()
                                    .limit(start + at + length)
                                    .position(start + at + Long.BYTES));
                    target.putInt(start + at + Integer.BYTES, (int) crc.getValue());
                }
                at += length;
            }
            return count;
        }
    }
}
