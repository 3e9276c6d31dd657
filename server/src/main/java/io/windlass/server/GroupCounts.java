package io.windlass.server;

import io.windlass.kernel.port.Disk;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * How many partitions each group has, kept in the data directory from the first start on: a count
 * that changed would send ids to other partitions.
 */
final class GroupCounts {
    private static final String FILE = "groups";

    private final Disk disk;

    GroupCounts(Disk disk) {
        this.disk = disk;
    }

    /** The count that was kept, or the wanted one, kept from now on. */
    int partitions(String group, int wanted) throws IOException {
        Properties kept = new Properties();
        Optional<byte[]> content = disk.read(FILE);
        if (content.isPresent()) {
            kept.load(new StringReader(new String(content.get(), StandardCharsets.UTF_8)));
        }
        String count = kept.getProperty(group);
        if (count != null) {
            return Integer.parseInt(count);
        }
        String before = content.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        String after = before + group + "=" + wanted + "\n";
        disk.replace(FILE, after.getBytes(StandardCharsets.UTF_8));
        return wanted;
    }
}
