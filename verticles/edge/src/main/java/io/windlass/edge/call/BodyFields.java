package io.windlass.edge.call;

import io.windlass.edge.json.JsonValues;
import io.windlass.kernel.feature.Field;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The fields that an endpoint reads from a JSON object: takes its members one by one straight to
 * their places, without a tree or a map.
 */
final class BodyFields {
    private final int[] places;
    private final String[] names;

    private BodyFields(List<Field<?>> fields, Predicate<Field<?>> isMember) {
        places =
                IntStream.range(0, fields.size())
                        .filter(i -> isMember.test(fields.get(i)))
                        .toArray();
        names = IntStream.of(places).mapToObj(i -> fields.get(i).name()).toArray(String[]::new);
    }

    /** The fields of the body among all fields of an endpoint. */
    static BodyFields ofBody(List<Field<?>> fields) {
        return new BodyFields(fields, field -> field.place() == Field.Place.BODY);
    }

    /** All of them, where path and query are members as well. */
    static BodyFields ofAll(List<Field<?>> fields) {
        return new BodyFields(fields, field -> true);
    }

    /**
     * Reads the members of the object that has begun.
     *
     * @param raws gets the values, each at the index of its field
     * @return the first member that has no field
     */
    Optional<String> read(JsonValues in, Object[] raws) throws IOException {
        Optional<String> unknown = Optional.empty();
        int guess = 0;
        for (Optional<String> name = in.nextName(); name.isPresent(); name = in.nextName()) {
            int found = find(name.get(), guess);
            Object value = in.value();
            if (found < 0) {
                unknown = unknown.isPresent() ? unknown : name;
            } else if (raws[places[found]] == null) {
                raws[places[found]] = value;
                guess = found + 1;
            } else {
                in.trouble("the member " + name.get() + " is there twice");
            }
        }
        return unknown;
    }

    /** The same for members that have been read. */
    Optional<String> take(Map<String, Object> members, Object[] raws) {
        Optional<String> unknown = Optional.empty();
        for (Map.Entry<String, Object> member : members.entrySet()) {
            int found = find(member.getKey(), 0);
            if (found >= 0) {
                raws[places[found]] = member.getValue();
            } else if (unknown.isEmpty()) {
                unknown = Optional.of(member.getKey());
            }
        }
        return unknown;
    }

    /** The index of a name; most clients write the fields in the order in which we tell them. */
    private int find(String name, int guess) {
        for (int i = 0; i < names.length; i++) {
            int at = guess + i < names.length ? guess + i : guess + i - names.length;
            if (names[at].equals(name)) {
                return at;
            }
        }
        return -1;
    }
}
