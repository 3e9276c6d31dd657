package io.windlass.edge.call;

import io.windlass.edge.json.JsonValues;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.ItemTexts;
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
    private final JsonValues.Names serialized;

    private BodyFields(List<Field<?>> fields, Predicate<Field<?>> isMember) {
        places =
                IntStream.range(0, fields.size())
                        .filter(i -> isMember.test(fields.get(i)))
                        .toArray();
        names = IntStream.of(places).mapToObj(i -> fields.get(i).name()).toArray(String[]::new);
        serialized = new JsonValues.Names(names);
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
        return read(in, in.nextName(), raws);
    }

    /**
     * Reads the members of the object that has begun as texts; false if one is anything else, and
     * then its name has been read, but not its value.
     *
     * @param texts gets the values, each at the index of its field
     */
    boolean read(JsonValues in, ItemTexts texts) throws IOException {
        int guess = 0;
        while (true) {
            int found = in.nextName(serialized, guess);
            if (found == JsonValues.END) {
                return true;
            }
            if (found == JsonValues.STRANGE
                    || texts.isSet(places[found])
                    || !in.text(texts, places[found])) {
                return false;
            }
            guess = found + 1 < places.length ? found + 1 : 0;
        }
    }

    /** Goes on where {@link #read(JsonValues, ItemTexts)} has stopped. */
    Optional<String> readOn(JsonValues in, ItemTexts texts, Object[] raws) throws IOException {
        take(texts, raws);
        return read(in, Optional.of(in.name()), raws);
    }

    /** Sets the values of the item begun last, where it has texts. */
    void take(ItemTexts texts, Object[] raws) {
        for (int place : places) {
            if (texts.isSet(place)) {
                raws[place] = texts.view(place).toString();
            }
        }
    }

    private Optional<String> read(JsonValues in, Optional<String> first, Object[] raws)
            throws IOException {
        Optional<String> unknown = Optional.empty();
        int guess = 0;
        for (Optional<String> name = first; name.isPresent(); name = in.nextName()) {
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
