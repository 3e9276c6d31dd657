package io.windlass.kernel.feature.contract;

import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A request whose fields were read one by one, as an edge would have done it. */
public final class ReadRequest implements Request {
    private final int tenant;
    private final SharedTable shared;
    private final Map<String, Object> values = new HashMap<>();

    private ReadRequest(int tenant, SharedTable shared) {
        this.tenant = tenant;
        this.shared = shared;
    }

    /** Reads raw values in the order of the fields; the first one that is wrong is told. */
    public static Read<Request> read(
            int tenant, SharedTable shared, Iterable<Field<?>> fields, Map<String, Object> raw) {
        ReadRequest request = new ReadRequest(tenant, shared);
        for (Field<?> field : fields) {
            if (!raw.containsKey(field.name())) {
                if (field.missing().isPresent()) {
                    return new Read.Bad<>(field.missing().get());
                }
                continue;
            }
            Read<?> read = field.read(raw.get(field.name()));
            if (read instanceof Read.Bad<?> bad) {
                return new Read.Bad<>(bad.why());
            }
            request.values.put(field.name(), ((Read.Good<?>) read).value());
        }
        return Read.good(request);
    }

    @Override
    public int tenant() {
        return tenant;
    }

    @Override
    public <T> T get(Field<T> field) {
        return find(field).orElseThrow();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable((T) values.get(field.name()));
    }

    @Override
    public <T extends SharedTable> T shared(Class<T> type) {
        return type.cast(shared);
    }
}
