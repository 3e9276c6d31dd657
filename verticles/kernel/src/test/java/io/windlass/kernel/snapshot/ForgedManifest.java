package io.windlass.kernel.snapshot;

import io.windlass.base.wire.Hashes;
import io.windlass.kernel.archive.Filters;
import io.windlass.kernel.archive.Holding;
import io.windlass.kernel.table.RowType;
import io.windlass.kernel.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A manifest that agrees with whatever its parts hold, as if nobody had ever checked them. */
public final class ForgedManifest {
    private ForgedManifest() {}

    /** Reads a part by its number. */
    @FunctionalInterface
    public interface Parts {
        /** The content of a part. */
        byte[] read(int number) throws IOException;
    }

    /** The names of the sealed files that a snapshot stands on. */
    public static List<String> sealedFiles(byte[] manifest) throws IOException {
        return Manifest.decode(manifest).holdings().stream().map(Holding::name).toList();
    }

    /** The manifest with checksums and digest of the parts as they are. */
    public static byte[] of(byte[] manifest, List<RowType<?>> types, Parts parts)
            throws IOException {
        Manifest honest = Manifest.decode(manifest);
        Tables tables = new Tables(types);
        tables.ageing().begin(honest.holdings(), table -> Filters.NONE);
        List<Manifest.Part> forged = new ArrayList<>();
        for (Manifest.Part part : honest.parts()) {
            byte[] content = parts.read(forged.size());
            tables.load(part.table(), part.words(), content);
            int crc = Hashes.crc32c(content, 0, content.length);
            forged.add(
                    new Manifest.Part(
                            part.table(), part.words(), part.count(), content.length, crc));
        }
        return new Manifest(
                        honest.partition(), honest.last(), tables.digest(), honest.base(), forged)
                .encode();
    }
}
