package io.windlass.server;

import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.ReadableDisk;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How many partitions each group has, kept in the data directory from the first start on: a count
 * that changed would send ids to other partitions.
 */
public final class GroupCounts {
    private static final String FILE = "groups";
    private static final Set<String> KNOWN = Set.of(Node.MONEY);

    private final Disk disk;

    GroupCounts(Disk disk) {
        this.disk = disk;
    }

    /**
     * The numbers of the partitions of all groups in a data directory, none if it is not one.
     *
     * @throws IOException if it has a group that this version does not know
     */
    public static List<Integer> partitions(ReadableDisk disk) throws IOException {
        Properties kept = kept(disk);
        if (!KNOWN.containsAll(kept.stringPropertyNames())) {
            throw new IOException(
                    "this version does not know all groups in the data directory: "
                            + new TreeSet<>(kept.stringPropertyNames()));
        }
        int money = Integer.parseInt(kept.getProperty(Node.MONEY, "0"));
        return IntStream.rangeClosed(1, money).boxed().toList();
    }

    /** The count that was kept, or the wanted one, kept from now on. */
    int partitions(String group, int wanted) throws IOException {
        String count = kept(disk).getProperty(group);
        if (count != null) {
            return Integer.parseInt(count);
        }
        String before = text(disk);
        String after = before + group + "=" + wanted + "\n";
        disk.replace(FILE, after.getBytes(StandardCharsets.UTF_8));
        return wanted;
    }

    private static Properties kept(ReadableDisk disk) throws IOException {
        Properties kept = new Properties();
        kept.load(new StringReader(text(disk)));
        return kept;
    }

    private static String text(ReadableDisk disk) throws IOException {
        return disk.read(FILE).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
    }
}
