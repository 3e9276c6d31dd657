package io.windlass.edge.call;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.partition.Published;
import java.util.Optional;

/** A request whose values stand in the order of its endpoint's fields, null where there is none. */
final class ReadRequest implements Request {
    private final int tenant;
    private final Field<?>[] fields;
    private final Object[] values;
    private final Published published;

    ReadRequest(int tenant, Field<?>[] fields, Object[] values, Published published) {
        this.tenant = tenant;
        this.fields = fields;
        this.values = values;
        this.published = published;
    }

    @Override
    public int tenant() {
        return tenant;
    }

    @Override
    public <T> T get(Field<T> field) {
        return find(field)
                .orElseThrow(() -> new Invariant(field.name() + " is read as if it were required"));
    }

    /** The cast holds: every value was made by the type of the field at its index. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable((T) values[index(field)]);
    }

    @Override
    public <T extends SharedTable> T shared(Class<T> type) {
        return published.shared(type);
    }

    /** Few fields and constants of their feature: comparing references beats a map. */
    @SuppressWarnings("ReferenceEquality")
    private int index(Field<?> field) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i] == field) {
                return i;
            }
        }
        throw new Invariant(
                "an endpoint reads the field " + field.name() + " without declaring it");
    }
}
