package io.windlass.edge.http;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.partition.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the requests of one endpoint: first their shape (query, JSON, unknown members), then each
 * field in declared order, then the header that repeats the id. Any thread.
 */
final class RequestReader {
    /** The error code of a member or parameter that the endpoint does not have. */
    static final String UNKNOWN_FIELD = "unknown-field";

    /** The error code of an {@code Idempotency-Key} that is not the id. */
    static final String HEADER_CONFLICT = "idempotency-header-conflict";

    private final Field<?>[] fields;
    private final int[] pathIndexes;
    private final int idIndex;
    private final Service service;

    /** A reader for an endpoint; {@code service} lends requests its shared tables. */
    RequestReader(Endpoint<?> endpoint, Service service) {
        this.fields = endpoint.fields().toArray(new Field<?>[0]);
        this.pathIndexes = pathIndexes(endpoint);
        this.idIndex = endpoint.id().map(id -> endpoint.fields().indexOf(id)).orElse(-1);
        this.service = service;
        Invariant.hold(
                endpoint.id().isEmpty() || idIndex >= 0,
                "the id is not among the fields of " + endpoint.path());
    }

    /** Whether the endpoint's commands carry an id, which a header may repeat. */
    boolean hasId() {
        return idIndex >= 0;
    }

    /**
     * The request, or the first thing that is wrong with it.
     *
     * @param tenant the caller's
     * @param path the values of the path, in its order
     * @param query behind the question mark, percent-encoded
     * @param body a JSON object, or nothing, which is read as an empty one
     * @param key the {@code Idempotency-Key}, if it was sent
     */
    Read<Request> read(
            int tenant, List<String> path, String query, byte[] body, Optional<String> key) {
        Read<Map<String, Object>> parameters = Query.read(query);
        if (parameters instanceof Read.Bad<Map<String, Object>> bad) {
            return new Read.Bad<>(bad.why());
        }
        Read<Map<String, Object>> members =
                body.length == 0 ? Read.good(Map.of()) : JsonReader.read(body);
        if (members instanceof Read.Bad<Map<String, Object>> bad) {
            return new Read.Bad<>(bad.why());
        }
        return fields(tenant, path, good(parameters), good(members), key);
    }

    /** The same for a body that has been read as part of something larger. */
    Read<Request> read(int tenant, List<String> path, String query, Map<String, Object> members) {
        Read<Map<String, Object>> parameters = Query.read(query);
        return parameters instanceof Read.Bad<Map<String, Object>> bad
                ? new Read.Bad<>(bad.why())
                : fields(tenant, path, good(parameters), members, Optional.empty());
    }

    private static <T> T good(Read<T> read) {
        return ((Read.Good<T>) read).value();
    }

    private Read<Request> fields(
            int tenant,
            List<String> path,
            Map<String, Object> parameters,
            Map<String, Object> members,
            Optional<String> key) {
        Object[] raws = new Object[fields.length];
        int parameterCount = 0;
        int memberCount = 0;
        for (int i = 0; i < fields.length; i++) {
            switch (fields[i].place()) {
                case PATH -> raws[i] = path.get(pathIndexes[i]);
                case QUERY -> {
                    raws[i] = parameters.get(fields[i].name());
                    parameterCount += raws[i] == null ? 0 : 1;
                }
                case BODY -> {
                    raws[i] = members.get(fields[i].name());
                    memberCount += raws[i] == null ? 0 : 1;
                }
            }
        }
        if (parameterCount < parameters.size()) {
            return unknown(parameters, Field.Place.QUERY);
        }
        if (memberCount < members.size()) {
            return unknown(members, Field.Place.BODY);
        }
        return values(tenant, raws, key);
    }

    /** Turns raw values into values, in place. */
    private Read<Request> values(int tenant, Object[] raws, Optional<String> key) {
        for (int i = 0; i < fields.length; i++) {
            if (raws[i] == null) {
                Optional<Malformed> missing = fields[i].missing();
                if (missing.isPresent()) {
                    return new Read.Bad<>(missing.get());
                }
                continue;
            }
            Read<?> read = fields[i].read(raws[i]);
            if (read instanceof Read.Bad<?> bad) {
                return new Read.Bad<>(bad.why());
            }
            raws[i] = good(read);
        }
        if (key.isPresent() && !unquoted(key.get()).equals(raws[idIndex])) {
            String name = fields[idIndex].name();
            return Read.bad(
                    HEADER_CONFLICT, name, "the header Idempotency-Key differs from " + name);
        }
        return Read.good(new ReadRequest(tenant, fields, raws, service));
    }

    private Read<Request> unknown(Map<String, Object> given, Field.Place place) {
        for (String name : given.keySet()) {
            boolean isKnown = false;
            for (Field<?> field : fields) {
                isKnown |= field.place() == place && field.name().equals(name);
            }
            if (!isKnown) {
                return Read.bad(UNKNOWN_FIELD, name, "there is no field of this name here");
            }
        }
        throw new Invariant("a member is neither known nor unknown");
    }

    /** The header's draft standard writes a quoted string, most clients a bare one. */
    private static String unquoted(String key) {
        int last = key.length() - 1;
        return last > 0 && key.charAt(0) == '"' && key.charAt(last) == '"'
                ? key.substring(1, last)
                : key;
    }

    /** For each field of the path, which of the path's values is its own. */
    private static int[] pathIndexes(Endpoint<?> endpoint) {
        List<String> names = new ArrayList<>();
        for (String segment : endpoint.path().split("/", -1)) {
            if (segment.startsWith("{")) {
                names.add(segment.substring(1, segment.indexOf('}')));
            }
        }
        int[] indexes = new int[endpoint.fields().size()];
        for (int i = 0; i < indexes.length; i++) {
            Field<?> field = endpoint.fields().get(i);
            indexes[i] = names.indexOf(field.name());
            Invariant.hold(
                    field.place() != Field.Place.PATH || indexes[i] >= 0,
                    "the path " + endpoint.path() + " has no " + field.name());
        }
        return indexes;
    }
}
