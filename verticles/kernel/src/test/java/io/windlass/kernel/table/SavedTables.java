package io.windlass.kernel.table;

import io.windlass.base.wire.Sink;
import io.windlass.base.wire.Source;

/** All rows of a partition in one array, to be compared and loaded by tests. */
public final class SavedTables {
    private SavedTables() {}

    /** The committed rows. */
    public static byte[] save(Tables tables) {
        return save(tables.cut());
    }

    /** The rows of a cut. */
    public static byte[] save(Cut cut) {
        Sink sink = new Sink(1 << 16);
        for (CutPart part : cut.parts()) {
            sink.text(part.table()).u32(part.words()).u32((int) part.bytes());
            part.pieces().forEach(piece -> sink.raw(piece.get()));
        }
        return sink.toBytes();
    }

    /** Fills empty tables. */
    public static void load(Tables tables, byte[] saved) {
        Source source = new Source(saved);
        while (source.remaining() > 0) {
            tables.load(source.text(), source.u32(), source.raw(source.u32()));
        }
    }
}
