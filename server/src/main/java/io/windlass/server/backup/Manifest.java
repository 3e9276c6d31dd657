package io.windlass.server.backup;

import io.windlass.base.wire.Hashes;
import io.windlass.edge.disk.FileSum;
import io.windlass.edge.disk.NewDirectory.Written;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a backup consists of, as text.
 *
 * <pre>
 *   windlass-backup 1
 *   moment 2026-11-22T08:30:00.123456789Z
 *   positions 1:900,2:874
 *   file 4096 0a1b2c3d 0123...cdef partitions/1/commit-hint       bytes, CRC32C, SHA-256, path
 *   ...
 *   end 4d5e6f70                                                  CRC32C of everything before
 * </pre>
 *
 * @param moment what it is a copy of, in ISO 8601
 * @param positions of the newest events, by partition
 * @param files all files but the manifest
 */
record Manifest(String moment, String positions, List<Written> files) {
    static final String NAME = "backup.manifest";
    private static final String FORMAT = "windlass-backup ";
    private static final String VERSION = "1";
    private static final String END = "end ";

    long bytes() {
        return files.stream().mapToLong(file -> file.sum().bytes()).sum();
    }

    byte[] encode() {
        StringBuilder text = new StringBuilder(FORMAT + VERSION + "\n");
        text.append("moment ").append(moment).append('\n');
        text.append("positions ").append(positions).append('\n');
        for (Written file : files) {
            FileSum.Value sum = file.sum();
            text.append("file ").append(sum.bytes()).append(' ').append(sum.crc32c()).append(' ');
            text.append(sum.sha256()).append(' ').append(file.path()).append('\n');
        }
        String end = END + crc(text.toString()) + "\n";
        return text.append(end).toString().getBytes(StandardCharsets.US_ASCII);
    }

    static Manifest decode(byte[] content) throws Refusal {
        String text = new String(content, StandardCharsets.US_ASCII);
        String version = text.lines().findFirst().orElse("");
        if (!version.startsWith(FORMAT)) {
            throw damaged("it does not begin with " + FORMAT + VERSION);
        }
        if (!version.equals(FORMAT + VERSION)) {
            throw damaged("its format is unknown to this version: " + version);
        }
        int end = text.lastIndexOf(END);
        if (end < 0 || !text.substring(end).strip().equals(END + crc(text.substring(0, end)))) {
            throw damaged("it was cut or changed");
        }
        List<String> lines = text.substring(0, end).lines().toList();
        List<Written> files = new ArrayList<>();
        for (String line : lines.subList(3, lines.size())) {
            String[] part = line.split(" ", 5);
            FileSum.Value sum = new FileSum.Value(Long.parseLong(part[1]), part[2], part[3]);
            files.add(new Written(part[4], sum));
        }
        return new Manifest(value(lines.get(1)), value(lines.get(2)), List.copyOf(files));
    }

    private static String value(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    private static Refusal damaged(String how) {
        return new Refusal(Refusal.Code.DAMAGED, NAME + " is not what was written, " + how);
    }

    private static String crc(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().toHexDigits(Hashes.crc32c(bytes, 0, bytes.length));
    }
}
