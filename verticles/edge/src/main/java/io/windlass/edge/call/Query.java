package io.windlass.edge.call;

import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Read;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The parameters behind the question mark of a request target. */
public final class Query {
    /** The error code of a query or path that is not percent-encoded UTF-8. */
    public static final String MALFORMED = "malformed-url";

    /** The error code of a parameter that is there twice. */
    public static final String REPEATED = "repeated-parameter";

    private Query() {}

    /** What is wrong with the query of a request to a path that takes none; may be null. */
    public static Optional<Malformed> unknown(String query) {
        if (query == null || query.isEmpty()) {
            return Optional.empty();
        }
        Read<Map<String, Object>> read = read(query);
        return read instanceof Read.Bad<Map<String, Object>> bad
                ? Optional.of(bad.why())
                : ((Read.Good<Map<String, Object>>) read)
                        .value().keySet().stream().findFirst().map(RequestReader::unknownField);
    }

    /** The parameters by name in the order of the text; each may be there once. */
    public static Read<Map<String, Object>> read(String query) {
        if (query.isEmpty()) {
            return Read.good(Map.of());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String rawName = equals < 0 ? pair : pair.substring(0, equals);
            Optional<String> name = Percent.decodeQuery(rawName);
            Optional<String> value =
                    equals < 0 ? Optional.of("") : Percent.decodeQuery(pair.substring(equals + 1));
            if (name.isEmpty() || value.isEmpty()) {
                return Read.bad(
                        MALFORMED, name.orElse(""), "the query is not percent-encoded UTF-8");
            }
            if (values.put(name.get(), value.get()) != null) {
                return Read.bad(REPEATED, name.get(), name.get() + " is there more than once");
            }
        }
        return Read.good(values);
    }
}
