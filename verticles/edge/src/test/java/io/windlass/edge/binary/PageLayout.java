package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A layout of the page, held against bytes whose fields are known. */
final class PageLayout {
    private static final Map<String, Integer> NUMBERS =
            Map.of("u8", 1, "u16", 2, "u32", 4, "u64", 8, "i64", 8);

    private final ProtocolPage page;
    private final String heading;
    private final byte[] bytes;
    private final Map<String, Long> read = new HashMap<>();
    private int at;

    PageLayout(ProtocolPage page, String heading, byte[] bytes) {
        this.page = page;
        this.heading = heading;
        this.bytes = bytes;
    }

    /** Reads the bytes as the page says; every field has to have its value: a Long or bytes. */
    void assertFields(Map<String, Object> values) {
        List<String> names = new ArrayList<>();
        for (Map<String, String> row : page.table(heading)) {
            String field = row.get("field");
            String place = heading + ", " + field;
            names.add(field);
            int size = size(row.get("size"));
            if (!"then".equals(row.get("offset"))) {
                assertEquals(at, Integer.parseInt(row.get("offset")), place);
            }
            if (NUMBERS.containsKey(row.get("type"))) {
                assertEquals(NUMBERS.get(row.get("type")), size, place);
                read.put(field, number(size));
                assertEquals(values.get(field), read.get(field), place);
            } else {
                byte[] found = Arrays.copyOfRange(bytes, at, at + size);
                assertArrayEquals((byte[]) values.get(field), found, place);
            }
            at += size;
        }
        assertEquals(values.keySet().stream().sorted().toList(), names.stream().sorted().toList());
        assertEquals(bytes.length, at, heading);
        page.totalBytes(heading).ifPresent(total -> assertEquals(at, total, heading));
    }

    private int size(String text) {
        if ("rest".equals(text)) {
            return bytes.length - at;
        }
        return read.containsKey(text) ? read.get(text).intValue() : Integer.parseInt(text);
    }

    private long number(int size) {
        ByteBuf number = Unpooled.wrappedBuffer(Arrays.copyOf(window(size), Long.BYTES));
        return number.readLongLE();
    }

    private byte[] window(int size) {
        return Arrays.copyOfRange(bytes, at, at + size);
    }
}
