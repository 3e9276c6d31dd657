package io.windlass.kernel.feature.contract;

import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Makes random valid requests for any endpoint from its declared fields alone.
 *
 * <p>Texts come from a small pool, the examples of all fields of the feature and simple variations
 * of them, so that requests meet each other's ids.
 */
public final class RequestGenerator {
    private static final int OTHER_TENANT = 7;
    private static final int TRIES = 16;
    private final Random random;
    private final Set<String> examples = new LinkedHashSet<>();
    private final Map<Field<?>, List<String>> pools = new HashMap<>();

    /** A generator of requests to this feature. */
    public RequestGenerator(Feature<?> feature, long seed) {
        this.random = new Random(seed);
        for (Endpoint<?> endpoint : feature.endpoints()) {
            endpoint.fields().stream().filter(RequestGenerator::isText).forEach(this::learn);
        }
    }

    /** Raw values by field name, every one of which its field takes. */
    public Map<String, Object> raw(Endpoint<?> endpoint) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field<?> field : endpoint.fields()) {
            boolean optional = field.presence() == Field.Presence.OPTIONAL;
            if (!optional || random.nextBoolean()) {
                values.put(field.name(), value(field));
            }
        }
        return values;
    }

    /** Texts that fields of the feature may have. */
    List<String> texts() {
        Set<String> texts = new LinkedHashSet<>();
        examples.forEach(example -> texts.addAll(variations(example)));
        return List.copyOf(texts);
    }

    /** A request that was read, mostly of tenant 0. */
    public Request request(Endpoint<?> endpoint, SharedTable shared) {
        int tenant = random.nextInt(8) == 0 ? OTHER_TENANT : 0;
        Read<Request> read = ReadRequest.read(tenant, shared, endpoint.fields(), raw(endpoint));
        if (read instanceof Read.Bad<Request> bad) {
            throw new AssertionError("a field refuses what it took before: " + bad.why());
        }
        return ((Read.Good<Request>) read).value();
    }

    /** A command as a client could send it, empty if the fields never went together. */
    public <S> Optional<Command<S>> command(
            Endpoint<S> endpoint, Verb.Submit<S> verb, SharedTable shared) {
        for (int i = 0; i < TRIES; i++) {
            Read<Verb.Intent<S>> read = verb.reader().read(request(endpoint, shared));
            if (read instanceof Read.Good<Verb.Intent<S>> good) {
                return Optional.of(good.value().command());
            }
        }
        return Optional.empty();
    }

    private Object value(Field<?> field) {
        for (int i = 0; i < TRIES; i++) {
            Object candidate = candidate(field);
            if (field.read(candidate) instanceof Read.Good<?>) {
                return candidate;
            }
        }
        throw new AssertionError("the field " + field.name() + " takes none of its own kind");
    }

    private Object candidate(Field<?> field) {
        Map<String, Object> schema = Members.of(field.type().schema());
        if (schema.get("enum") instanceof List<?> words) {
            return words.get(random.nextInt(words.size()));
        }
        if (field.place() != Field.Place.BODY) {
            return pooled(field);
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "boolean" -> random.nextBoolean();
            case "integer" -> whole((Long) schema.get("minimum"), (Long) schema.get("maximum"));
            case "object" -> someTexts();
            default -> pooled(field);
        };
    }

    private long whole(long min, long max) {
        long near = min + random.nextInt(4);
        return near > max || near < min ? min : near;
    }

    private Map<String, Object> someTexts() {
        Map<String, Object> texts = new HashMap<>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            texts.put("name" + random.nextInt(3), "value" + random.nextInt(3));
        }
        return texts;
    }

    private String pooled(Field<?> field) {
        List<String> pool = pools.computeIfAbsent(field, this::pool);
        return random.nextBoolean() ? field.example() : pool.get(random.nextInt(pool.size()));
    }

    private List<String> pool(Field<?> field) {
        Set<String> candidates = new LinkedHashSet<>(examples);
        String example = field.example();
        candidates.addAll(variations(example));
        candidates.add("0");
        candidates.add("9223372036854775807");
        candidates.add("group:" + example);
        candidates.add(example + "\u00e9");
        candidates.add("0190163D-8694-739B-AEA5-966C26F8AD91");
        List<String> pool = new ArrayList<>();
        for (String candidate : candidates) {
            if (field.read(candidate) instanceof Read.Good<?>) {
                pool.add(candidate);
            }
        }
        return pool;
    }

    private static List<String> variations(String example) {
        return List.of(
                example, example + "1", "1" + example, example.substring(0, example.length() - 1));
    }

    private void learn(Field<?> field) {
        examples.add(field.example());
    }

    private static boolean isText(Field<?> field) {
        Map<String, Object> schema = Members.of(field.type().schema());
        return "string".equals(schema.get("type")) && !schema.containsKey("enum");
    }
}
