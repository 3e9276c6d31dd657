package io.windlass.server.backup;

import io.windlass.edge.disk.FileSum;
import io.windlass.edge.disk.NewDirectory.Written;
import io.windlass.server.ProgressBar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares a backup with its manifest.
 *
 * @param directory the backup
 * @param bar shows how far it has come
 */
record BackupCheck(Path directory, ProgressBar bar) {
    private static final int BLOCK_BYTES = 1 << 20;

    /** Tells what it is, as key=value. */
    String run() throws Refusal, IOException {
        if (!Files.isDirectory(directory)) {
            throw new Refusal(Refusal.Code.REFUSED, directory + " is no directory");
        }
        Path file = directory.resolve(Manifest.NAME);
        if (!Files.exists(file)) {
            throw notWhole(Manifest.NAME + " is missing, which is written last");
        }
        Manifest manifest = Manifest.decode(Files.readAllBytes(file));
        refuseOthers(manifest);
        long done = 0;
        for (Written expected : manifest.files()) {
            compare(expected);
            done += expected.sum().bytes();
            bar.show("verify", done, manifest.bytes());
        }
        return String.format(
                "whole=true files=%d bytes=%d moment=%s positions=%s",
                manifest.files().size(), manifest.bytes(), manifest.moment(), manifest.positions());
    }

    private void refuseOthers(Manifest manifest) throws Refusal, IOException {
        Set<String> expected = new TreeSet<>(Set.of(Manifest.NAME));
        manifest.files().forEach(file -> expected.add(file.path()));
        Set<String> found;
        try (Stream<Path> all = Files.walk(directory)) {
            found =
                    all.filter(path -> !Files.isDirectory(path))
                            .map(path -> directory.relativize(path).toString())
                            .collect(Collectors.toCollection(TreeSet::new));
        }
        for (String path : found) {
            if (!expected.contains(path)) {
                throw notWhole(path + " was not in it; did a node run on it? Start one on a copy");
            }
        }
        for (String path : expected) {
            if (!found.contains(path)) {
                throw notWhole(path + " is missing");
            }
        }
    }

    private void compare(Written expected) throws Refusal, IOException {
        FileSum.Value sum = sum(directory.resolve(expected.path()));
        if (sum.bytes() != expected.sum().bytes()) {
            throw notWhole(
                    expected.path()
                            + " has "
                            + sum.bytes()
                            + " bytes, not "
                            + expected.sum().bytes());
        }
        if (!sum.equals(expected.sum())) {
            throw notWhole(expected.path() + " has another content, its checksums differ");
        }
    }

    private static FileSum.Value sum(Path file) throws IOException {
        FileSum sum = new FileSum();
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(block.clear()) >= 0) {
                sum.add(block.flip());
            }
        }
        return sum.value();
    }

    private Refusal notWhole(String why) {
        return new Refusal(Refusal.Code.DAMAGED, directory + " is not whole: " + why);
    }
}
