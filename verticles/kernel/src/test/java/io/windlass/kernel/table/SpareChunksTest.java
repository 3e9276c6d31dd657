package io.windlass.kernel.table;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SpareChunksTest {
    private final Chunks chunks = new Chunks(2);

    private long[] nextChunk() {
        int row = 0;
        for (int i = 0; i < Chunks.ROWS; i++) {
            row = chunks.append();
        }
        return chunks.chunk(row);
    }

    @Test
    void aChunkThatLeftIsUsedAgain() {
        // given
        long[] oldest = nextChunk();
        nextChunk();
        nextChunk();
        // when
        chunks.leave(Chunks.ROWS);
        // then
        assertSame(oldest, nextChunk());
    }

    @Test
    void aChunkThatAWorkerReadsIsUsedAgainWhenItWasReleased() {
        // given
        long[] oldest = nextChunk();
        nextChunk();
        nextChunk();
        FrozenTable read = chunks.freeze("rows");
        chunks.leave(Chunks.ROWS);
        // when
        long[] before = nextChunk();
        read.release();
        long[] after = nextChunk();
        // then
        assertNotSame(oldest, before);
        assertSame(oldest, after);
    }

    @Test
    void aTableFrozenBehindTheChunkDoesNotKeepIt() {
        // given
        long[] oldest = nextChunk();
        nextChunk();
        nextChunk();
        chunks.leave(Chunks.ROWS);
        // when
        chunks.freeze("rows");
        // then
        assertSame(oldest, nextChunk());
    }
}
