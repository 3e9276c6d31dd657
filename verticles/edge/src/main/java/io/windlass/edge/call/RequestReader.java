package io.windlass.edge.call;

import io.windlass.base.check.Invariant;
import io.windlass.edge.json.JsonReader;
import io.windlass.edge.json.JsonValues;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.ItemTexts;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.partition.Published;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the requests of one endpoint: first their shape (query, JSON, unknown members), then each
 * field in declared order, then the header that repeats the id. Any thread.
 */
public final class RequestReader {
    /** The error code of a member or parameter that the endpoint does not have. */
    public static final String UNKNOWN_FIELD = "unknown-field";

    /** The error code of an {@code Idempotency-Key} that is not the id. */
    public static final String HEADER_CONFLICT = "idempotency-header-conflict";

    private final Field<?>[] fields;
    private final BodyFields body;
    private final BodyFields all;
    private final int[] pathIndexes;
    private final int idIndex;
    private final Published published;

    /** A reader for an endpoint; {@code published} lends requests its shared tables. */
    public RequestReader(Endpoint<?> endpoint, Published published) {
        this(endpoint, endpoint.path(), published);
    }

    /** A reader for an endpoint whose fields of the path stand in another path. */
    public RequestReader(Endpoint<?> endpoint, String path, Published published) {
        this.fields = endpoint.fields().toArray(new Field<?>[0]);
        this.body = BodyFields.ofBody(endpoint.fields());
        this.all = BodyFields.ofAll(endpoint.fields());
        this.pathIndexes = pathIndexes(endpoint, path);
        this.idIndex = endpoint.id().map(id -> endpoint.fields().indexOf(id)).orElse(-1);
        this.published = published;
        Invariant.hold(
                endpoint.id().isEmpty() || idIndex >= 0,
                "the id is not among the fields of " + endpoint.path());
    }

    /** How many fields requests have. */
    int fieldCount() {
        return fields.length;
    }

    /** The index of the field that carries the id, -1 if there is none. */
    int idIndex() {
        return idIndex;
    }

    /** Whether the endpoint's commands carry an id, which a header may repeat. */
    public boolean hasId() {
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
    public Read<Request> read(
            int tenant, List<String> path, String query, byte[] body, Optional<String> key) {
        Object[] raws = raws(path);
        Optional<Malformed> parameters = parameters(query, raws);
        if (parameters.isPresent()) {
            return new Read.Bad<>(parameters.get());
        }
        Optional<Malformed> members = members(body, this.body, raws);
        return members.isPresent() ? new Read.Bad<>(members.get()) : values(tenant, raws, key);
    }

    /**
     * The request, or the first thing that is wrong with it, where all fields are members of one
     * object.
     */
    public Read<Request> readAll(int tenant, byte[] object) {
        Object[] raws = new Object[fields.length];
        Optional<Malformed> members = members(object, all, raws);
        return members.isPresent()
                ? new Read.Bad<>(members.get())
                : values(tenant, raws, Optional.empty());
    }

    /** Sets the raw values of an object, which may be missing; what is wrong with it. */
    private static Optional<Malformed> members(byte[] object, BodyFields into, Object[] raws) {
        if (object.length == 0) {
            return Optional.empty();
        }
        Read<Optional<String>> members = JsonReader.read(object, in -> into.read(in, raws));
        return members instanceof Read.Bad<Optional<String>> bad
                ? Optional.of(bad.why())
                : good(members).map(RequestReader::unknownField);
    }

    /** The same for a body that has been read as part of something larger. */
    public Read<Request> read(
            int tenant, List<String> path, String query, Map<String, Object> members) {
        Object[] raws = raws(path);
        Optional<Malformed> parameters = parameters(query, raws);
        if (parameters.isPresent()) {
            return new Read.Bad<>(parameters.get());
        }
        Optional<String> unknown = body.take(members, raws);
        return unknown.isPresent()
                ? unknown(unknown.get())
                : values(tenant, raws, Optional.empty());
    }

    /**
     * The request that an object of a batch stands for; reads the object that has begun to its end.
     */
    public BatchItem item(Surroundings around, JsonValues in) throws IOException {
        Object[] raws = raws(around.path());
        return item(around, in, body.read(in, raws), raws);
    }

    /** Reads the object that has begun into texts; false if it is more, see {@link #itemOn}. */
    boolean texts(JsonValues in, ItemTexts texts) throws IOException {
        return body.read(in, texts);
    }

    /** The request of an object whose members are all texts. */
    BatchItem item(Surroundings around, JsonValues in, ItemTexts texts) {
        Object[] raws = raws(around.path());
        body.take(texts, raws);
        return item(around, in, Optional.empty(), raws);
    }

    /** The request of an object of which {@link #texts} has read a part. */
    BatchItem itemOn(Surroundings around, JsonValues in, ItemTexts texts) throws IOException {
        Object[] raws = raws(around.path());
        return item(around, in, body.readOn(in, texts, raws), raws);
    }

    private BatchItem item(
            Surroundings around, JsonValues in, Optional<String> unknown, Object[] raws) {
        Optional<String> trouble = in.takeTrouble();
        if (trouble.isPresent()) {
            return new BatchItem(id(raws), Read.bad(JsonReader.MALFORMED, "", trouble.get()));
        }
        if (unknown.isPresent()) {
            return new BatchItem(id(raws), unknown(unknown.get()));
        }
        Read<Request> read = values(around.caller().tenant(), raws, Optional.empty());
        return new BatchItem(read instanceof Read.Good<?> ? known(raws) : id(raws), read);
    }

    /** The id of a request that was read, if its endpoint has one. */
    private Optional<String> known(Object[] values) {
        return hasId() ? Optional.of((String) values[idIndex]) : Optional.empty();
    }

    /** The id of a request that could not be read, if at least that could be. */
    private Optional<String> id(Object[] raws) {
        return hasId()
                        && raws[idIndex] instanceof String text
                        && fields[idIndex].read(text) instanceof Read.Good<?>
                ? Optional.of(text)
                : Optional.empty();
    }

    private static <T> T good(Read<T> read) {
        return ((Read.Good<T>) read).value();
    }

    /** Room for the raw values of all fields, with those of the path. */
    private Object[] raws(List<String> path) {
        Object[] raws = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            if (pathIndexes[i] >= 0) {
                raws[i] = path.get(pathIndexes[i]);
            }
        }
        return raws;
    }

    /** Sets the raw values of the query; what is wrong with it. */
    private Optional<Malformed> parameters(String query, Object[] raws) {
        if (query.isEmpty()) {
            return Optional.empty();
        }
        Read<Map<String, Object>> read = Query.read(query);
        if (read instanceof Read.Bad<Map<String, Object>> bad) {
            return Optional.of(bad.why());
        }
        Map<String, Object> rest = good(read);
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].place() == Field.Place.QUERY) {
                raws[i] = rest.remove(fields[i].name());
            }
        }
        return rest.keySet().stream().findFirst().map(RequestReader::unknownField);
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
        return Read.good(new ReadRequest(tenant, fields, raws, published));
    }

    private static Read<Request> unknown(String name) {
        return new Read.Bad<>(unknownField(name));
    }

    /** What is wrong when a member or parameter has no field. */
    public static Malformed unknownField(String name) {
        return new Malformed(UNKNOWN_FIELD, name, "there is no field of this name here");
    }

    /** The header's draft standard writes a quoted string, most clients a bare one. */
    private static String unquoted(String key) {
        int last = key.length() - 1;
        return last > 0 && key.charAt(0) == '"' && key.charAt(last) == '"'
                ? key.substring(1, last)
                : key;
    }

    /** For each field, which of the path's values is its own; -1 elsewhere. */
    private static int[] pathIndexes(Endpoint<?> endpoint, String path) {
        List<String> names = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (segment.startsWith("{")) {
                names.add(segment.substring(1, segment.indexOf('}')));
            }
        }
        int[] indexes = new int[endpoint.fields().size()];
        for (int i = 0; i < indexes.length; i++) {
            Field<?> field = endpoint.fields().get(i);
            boolean isInPath = field.place() == Field.Place.PATH;
            indexes[i] = isInPath ? names.indexOf(field.name()) : -1;
            Invariant.hold(
                    !isInPath || indexes[i] >= 0, "the path " + path + " has no " + field.name());
        }
        return indexes;
    }
}
