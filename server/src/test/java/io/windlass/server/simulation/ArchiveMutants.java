package io.windlass.server.simulation;

import io.windlass.base.wire.Hashes;
import io.windlass.base.wire.LittleEndian;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskDraft;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.port.DiskReader;
import io.windlass.kernel.simulation.SimulatedDisk;
import io.windlass.kernel.simulation.SimulatedDraft;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Files of old rows with a bug. All files of a run are of few rows: one block has all hashes. */
final class ArchiveMutants {
    private static final String SEALED = ".sealed";
    private static final int BLOCK = 4_096;
    private static final int CRC_AT = BLOCK - Integer.BYTES;
    private static final int HASHES = 20;

    private ArchiveMutants() {}

    /** Rows leave memory before their file is synced. */
    static Lending leavesBeforeTheSync() {
        return onDisk(
                disk ->
                        new WrappedDisk(disk) {
                            @Override
                            public DiskDraft draft(String path, long bytes) throws IOException {
                                return path.endsWith(SEALED)
                                        ? new SimulatedDraft(unsynced(disk), path)
                                        : super.draft(path, bytes);
                            }
                        });
    }

    /** A search does not look at the last row of a file. */
    static Lending missesTheLastRow() {
        return onSealed((reads, hashes) -> hashes[HASHES - 1] = hashes[HASHES - 2]);
    }

    /** The filters that a restart makes know one key of each file alone. */
    static Lending forgetsAfterARestart() {
        return onSealed(
                (reads, hashes) -> {
                    if (reads == 1) {
                        Arrays.fill(hashes, hashes[HASHES - 1]);
                    }
                });
    }

    /** Changes hashes when they are read. */
    private interface Bug {
        /**
         * @param reads how often they were read since the file was opened, with this time
         */
        void pass(int reads, long[] hashes);
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

    private static Lending onSealed(Bug bug) {
        return onDisk(
                disk ->
                        new WrappedDisk(disk) {
                            @Override
                            public DiskReader reader(String path) throws IOException {
                                DiskReader reader = super.reader(path);
                                return path.endsWith(SEALED) ? new Changing(reader, bug) : reader;
                            }
                        });
    }

    /** Puts files in place without a sync of what is in them. */
    private static Disk unsynced(SimulatedDisk disk) {
        return new WrappedDisk(disk) {
            @Override
            public void replace(String path, byte[] content) throws IOException {
                disk.delete(path);
                try (DiskFile file = disk.create(path, content.length)) {
                    file.write(0, ByteBuffer.wrap(content));
                }
            }
        };
    }

    /** Reads the block of hashes otherwise than it is, with a checksum that fits. */
    private static final class Changing implements DiskReader {
        private final DiskReader reader;
        private final Bug bug;
        private int reads;

        Changing(DiskReader reader, Bug bug) {
            this.reader = reader;
            this.bug = bug;
        }

        @Override
        public int read(long offset, ByteBuffer target) throws IOException {
            int start = target.position();
            int count = reader.read(offset, target);
            if (offset == BLOCK && count >= BLOCK) {
                reads++;
                byte[] block = new byte[BLOCK];
                target.get(start, block);
                long[] hashes = new long[HASHES];
                Arrays.setAll(hashes, i -> LittleEndian.u64(block, i * Long.BYTES));
                bug.pass(reads, hashes);
                for (int i = 0; i < HASHES; i++) {
                    LittleEndian.u64(block, i * Long.BYTES, hashes[i]);
                }
                LittleEndian.u32(block, CRC_AT, Hashes.crc32c(block, 0, CRC_AT));
                target.put(start, block);
            }
            return count;
        }

        @Override
        public int readMapped(long offset, ByteBuffer target) throws IOException {
            return read(offset, target);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
