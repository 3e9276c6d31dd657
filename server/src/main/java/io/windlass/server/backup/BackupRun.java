package io.windlass.server.backup;

import io.windlass.edge.disk.FileView;
import io.windlass.edge.disk.NewDirectory;
import io.windlass.kernel.backup.CopiedPartition;
import io.windlass.kernel.backup.DirectoryCopy;
import io.windlass.kernel.backup.DirectoryCopy.Copied;
import io.windlass.kernel.log.DamagedLogException;
import io.windlass.kernel.log.LogSettings;
import io.windlass.server.GroupCounts;
import io.windlass.server.PartitionFiles;
import io.windlass.server.ProgressBar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes one backup.
 *
 * @param data the data directory of a running node
 * @param target the directory to be made
 * @param bar shows how far it has come
 */
record BackupRun(Path data, Path target, ProgressBar bar) {

    /** Makes it and tells what it is, as key=value. */
    String run() throws Refusal, IOException {
        long started = System.nanoTime();
        FileView disk = new FileView(data);
        List<LogSettings> logs = logs(disk);
        try (NewDirectory directory = begin()) {
            copyOwnFiles(disk, directory);
            Copied copied = new DirectoryCopy(disk, directory, this::show).copy(logs);
            Manifest manifest =
                    new Manifest(moment(copied), positions(copied), directory.written());
            directory.append(Manifest.NAME, ByteBuffer.wrap(manifest.encode()));
            directory.publish();
            double seconds = (System.nanoTime() - started) / 1e9;
            return summary(copied, manifest, seconds);
        } catch (DamagedLogException e) {
            throw new Refusal(Refusal.Code.DAMAGED, e.getMessage());
        }
    }

    private List<LogSettings> logs(FileView disk) throws Refusal, IOException {
        List<Integer> partitions;
        try {
            partitions = GroupCounts.partitions(disk);
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.DAMAGED, e.getMessage());
        }
        if (partitions.isEmpty()) {
            throw new Refusal(Refusal.Code.REFUSED, data + " is no data directory of a node");
        }
        if (!disk.isInUse()) {
            throw new Refusal(
                    Refusal.Code.REFUSED,
                    "no node runs on "
                            + data
                            + ": while it is stopped, the directory itself can be copied (cp -a)");
        }
        return partitions.stream().map(PartitionFiles::log).toList();
    }

    private NewDirectory begin() throws Refusal, IOException {
        if (target.toAbsolutePath().startsWith(data.toAbsolutePath())) {
            throw new Refusal(
                    Refusal.Code.REFUSED, target + " is inside of the data directory " + data);
        }
        try {
            return NewDirectory.begin(target);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal(
                    Refusal.Code.REFUSED,
                    e.getFile()
                            + " exists already"
                            + (Files.exists(target)
                                    ? ", and nothing is overwritten"
                                    : ": a backup that still runs, or was interrupted; then"
                                            + " remove it"));
        }
    }

    /** All that is beside the partitions is small and replaced as a whole. */
    private static void copyOwnFiles(FileView disk, NewDirectory directory) throws IOException {
        for (String name : disk.list("")) {
            Optional<byte[]> content = disk.read(name);
            if (!name.equals(Manifest.NAME) && content.isPresent()) {
                directory.append(name, ByteBuffer.wrap(content.get()));
            }
        }
    }

    private void show(int partition, long frames, long of) {
        bar.show("partition " + partition, frames, of);
    }

    private static String moment(Copied copied) {
        return Instant.ofEpochSecond(0, copied.timeNanos()).toString();
    }

    private static String positions(Copied copied) {
        return copied.partitions().stream()
                .map(part -> part.partition() + ":" + part.sequence())
                .collect(Collectors.joining(","));
    }

    private static String summary(Copied copied, Manifest manifest, double seconds) {
        return String.format(
                Locale.ROOT,
                "partitions=%d frames=%d bytes=%d seconds=%.3f snapshots=%d moment=%s positions=%s",
                copied.partitions().size(),
                copied.partitions().stream().mapToLong(CopiedPartition::frames).sum(),
                manifest.bytes(),
                seconds,
                copied.partitions().stream().filter(part -> part.snapshot().isPresent()).count(),
                manifest.moment(),
                manifest.positions());
    }
}
