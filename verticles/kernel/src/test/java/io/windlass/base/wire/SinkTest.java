package io.windlass.base.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SinkTest {
    @Test
    void everyKindOfValueMayBeTheOneThatMakesItGrow() {
        for (int capacity = 0; capacity < 64; capacity++) {
            Sink sink = new Sink(capacity);
            sink.u8(1).u16(2).u32(3).u64(4).u128(new Id128(5, 6)).text("seven").raw(new byte[] {8});
            Source source = new Source(sink.toBytes());
            assertEquals(1, source.u8());
            assertEquals(2, source.u16());
            assertEquals(3, source.u32());
            assertEquals(4, source.u64());
            assertEquals(new Id128(5, 6), source.u128());
            assertEquals("seven", source.text());
            assertEquals(8, source.u8());
            assertEquals(0, source.remaining());
        }
    }
}
