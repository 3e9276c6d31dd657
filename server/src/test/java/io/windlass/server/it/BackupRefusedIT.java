package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When there is no backup, the last line says why, and nothing is left that looks like one. */
class BackupRefusedIT {
    @TempDir private Path place;

    @Test
    void whatCannotBeBackedUpIsRefusedWithAWord() throws Exception {
        Path data = place.resolve("data");
        Path target = place.resolve("backup");
        BackupProcess.run(List.of(), "--data", "x").refused(2, "usage: scripts/backup --to DIR");
        BackupProcess.copy(place.resolve("none"), target).refused(2, "is no data directory");
        try (RunningServer server = Launch.on(data).startReady()) {
            BackupProcess.copy(data, Files.createDirectory(place.resolve("there")))
                    .refused(2, "exists already");
            Files.createDirectory(place.resolve("half~new"));
            BackupProcess.copy(data, place.resolve("half")).refused(2, "was interrupted");
            BackupProcess.copy(data, data.resolve("backup")).refused(2, "is inside of the data");
            aFullDisk(data, target);
            BackupProcess.copy(data, target).done();
            Files.writeString(data.resolve("groups"), "money=1\nlater=4\n");
            BackupProcess.copy(data, place.resolve("later")).refused(3, "[later, money]");
            Files.writeString(data.resolve("groups"), "money=1\n");
            Files.delete(data.resolve("partitions/1/replica"));
            BackupProcess.copy(data, place.resolve("damaged")).refused(3, "partitions/1/replica");
            server.kill();
        }
        BackupProcess.copy(data, place.resolve("stopped")).refused(2, "no node runs");
        assertEquals(List.of("backup", "data", "half~new", "there"), names());
    }

    @Test
    void aBackupThatIsNotWholeIsNamedSo() throws Exception {
        Path data = place.resolve("data");
        Path backup = place.resolve("backup");
        try (RunningServer server = Launch.on(data).startReady()) {
            BackupProcess.copy(data, backup).done();
            server.kill();
        }
        assertEquals("true", BackupProcess.verify(backup).done().value("whole"));
        Path segment = backup.resolve("partitions/1/00000000000000000001.log");
        byte[] content = Files.readAllBytes(segment);
        content[content.length / 2] ^= 1;
        Files.write(segment, content);
        BackupProcess.verify(backup).refused(3, "checksums differ");
        Files.write(segment, new byte[3]);
        BackupProcess.verify(backup).refused(3, "has 3 bytes, not " + content.length);
        Files.delete(segment);
        BackupProcess.verify(backup).refused(3, segment.getFileName() + " is missing");
        Files.delete(backup.resolve("backup.manifest"));
        BackupProcess.verify(backup).refused(3, "backup.manifest is missing");
        BackupProcess.verify(place.resolve("none")).refused(2, "is no directory");
    }

    /** A process that may write no file larger than a KiB meets what a full disk would tell it. */
    private void aFullDisk(Path data, Path target) throws Exception {
        String limited = "ulimit -f 1 && exec \"$@\"";
        BackupProcess full =
                BackupProcess.run(
                        List.of("bash", "-c", limited, "bash"),
                        "--data",
                        data.toString(),
                        "--to",
                        target.toString());
        full.refused(1, "nothing is left of it");
        assertTrue(full.errors().contains("File too large"), full::toString);
        assertFalse(Files.exists(target));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
