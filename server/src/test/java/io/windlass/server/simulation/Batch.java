package io.windlass.server.simulation;

import java.util.ArrayList;
import java.util.List;

/** Packed transfers that are sent together. */
record Batch(List<Parcel> parcels) implements Wish {
    Batch {
        parcels = List.copyOf(parcels);
    }

    /** What of it is still wanted when some have their answers. */
    Batch without(List<Parcel> settled) {
        List<Parcel> rest = new ArrayList<>(parcels);
        rest.removeAll(settled);
        return new Batch(rest);
    }

    byte[] bytes() {
        byte[] bytes = new byte[parcels.size() * Parcel.BYTES];
        for (int i = 0; i < parcels.size(); i++) {
            parcels.get(i).write(bytes, i * Parcel.BYTES);
        }
        return bytes;
    }
}
