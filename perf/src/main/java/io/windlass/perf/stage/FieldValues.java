package io.windlass.perf.stage;

import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request made of the values of its fields. */
record FieldValues(Map<Field<?>, Object> values, SharedTable shared) implements Request {
    static FieldValues of(
            List<Field<?>> fields,
            Map<String, Object> members,
            Map<String, String> inPath,
            SharedTable shared) {
        Map<Field<?>, Object> values = new HashMap<>();
        for (Field<?> field : fields) {
            Object raw =
                    field.place() == Field.Place.PATH
                            ? inPath.get(field.name())
                            : members.get(field.name());
            if (raw != null) {
                values.put(field, ((Read.Good<?>) field.read(raw)).value());
            }
        }
        return new FieldValues(values, shared);
    }

    @Override
    public int tenant() {
        return 0;
    }

    @Override
    public <T> T get(Field<T> field) {
        return find(field).orElseThrow();
    }

    /** The cast holds: every value was made by its field. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable((T) values.get(field));
    }

    @Override
    public <T extends SharedTable> T shared(Class<T> type) {
        return type.cast(shared);
    }
}
