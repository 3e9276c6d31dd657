package io.windlass.server.fuzz;

import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.Read;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes requests that are wrong in one way, each from a seed of its own. */
final class Mutator {
    private static final String JSON = "application/json";
    private static final List<String> STRANGE =
            List.of(
                    " ",
                    "!",
                    "/",
                    "%",
                    "\u0000",
                    "\n",
                    "\r\n",
                    "\u001b",
                    "\u007f",
                    "\u00e9",
                    "\u2028",
                    "\u202e",
                    "\ufeff",
                    "\ud83d\ude00",
                    "\ud800",
                    "\udc00",
                    "\"",
                    "\\",
                    "..",
                    "<script>",
                    "'; drop",
                    "{}",
                    "\u0660");
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "-1",
                    "1.5",
                    "1e3",
                    "1e400",
                    "1e-400",
                    "1e999999999",
                    "9223372036854775807",
                    "9223372036854775808",
                    "-9223372036854775809",
                    "9".repeat(60),
                    "9".repeat(5_000));
    private static final List<String> PERCENT =
            List.of("%", "%2", "%zz", "%ff", "%c0%af", "%ed%a0%80", "%f5%80%80%80", "%u0041", "a%");
    private static final List<String> TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/json; charset=utf-16",
                    "application/jsonx",
                    "multipart/form-data; boundary=x",
                    "*/*");

    private final List<Template> templates;

    Mutator(List<? extends Feature<?>> features) {
        templates =
                features.stream()
                        .flatMap(feature -> feature.endpoints().stream())
                        .<Template>map(endpoint -> Template.of((Endpoint<?>) endpoint))
                        .toList();
    }

    /** The mutant of a seed. */
    Mutant mutant(long seed) {
        Random random = new Random(seed);
        Template template = templates.get(random.nextInt(templates.size()));
        int dice = random.nextInt(10);
        if (dice < 2) {
            return ofTarget(seed, random, template);
        }
        if (!template.hasBody()) {
            return ofTarget(seed, random, template);
        }
        List<Field<?>> fields = template.fields(Field.Place.BODY);
        return dice < 7 && !fields.isEmpty()
                ? ofField(seed, random, template, fields.get(random.nextInt(fields.size())))
                : ofText(seed, random, template);
    }

    private static Mutant ofField(long seed, Random random, Template template, Field<?> field) {
        Map<String, String> members = template.members();
        if (random.nextInt(8) == 0) {
            members.remove(field.name());
            boolean isWrong = field.missing().isPresent();
            return body(seed, field.name() + " is missing", template, members, isWrong, field);
        }
        Raw raw = raw(random, field);
        members.put(field.name(), raw.json);
        boolean isWrong = raw.value.map(v -> field.read(v) instanceof Read.Bad<?>).orElse(true);
        // Where JSON itself is at its limits, the field is not named.
        Optional<String> named =
                raw.value.isPresent() ? Optional.of(field.name()) : Optional.empty();
        String what = field.name() + " is " + shortened(raw.json);
        String text = template.body(Template.join(members));
        return mutant(seed, what, template, text, isWrong, named);
    }

    /** A value as JSON and as it is read; empty if it cannot be read. */
    private record Raw(String json, Optional<Object> value) {
        static Raw of(String json, Object value) {
            return new Raw(json, Optional.of(value));
        }
    }

    private static Raw raw(Random random, Field<?> field) {
        String example = field.example();
        return switch (random.nextInt(11)) {
            case 0 -> Raw.of("null", FieldType.NULL);
            case 1 -> Raw.of("true", true);
            case 2 -> Raw.of("[" + Template.quoted(example) + "]", List.of(example));
            case 3 -> Raw.of("{\"a\":{\"b\":1}}", Map.of("a", Map.of("b", 1L)));
            case 4 -> text("");
            case 5 -> text(example.repeat(1 + random.nextInt(40) * random.nextInt(40)));
            case 6 -> text("x".repeat(70_000));
            case 7 -> number(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 8 -> deep(1 + random.nextInt(60));
            default -> text(withStrange(random, example));
        };
    }

    private static Raw deep(int depth) {
        return new Raw("[".repeat(depth) + "]".repeat(depth), Optional.empty());
    }

    private static String withStrange(Random random, String text) {
        int at = random.nextInt(text.length() + 1);
        String strange = STRANGE.get(random.nextInt(STRANGE.size()));
        return text.substring(0, at) + strange + text.substring(at);
    }

    private static Raw text(String text) {
        boolean isReadable = text.length() <= 64 * 1_024 && isUnicode(text);
        return new Raw(Template.quoted(text), isReadable ? Optional.of(text) : Optional.empty());
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Raw number(String digits) {
        if (digits.length() > 64) {
            return new Raw(digits, Optional.empty());
        }
        BigDecimal number = new BigDecimal(digits);
        if (Math.abs((long) number.scale()) > 64) {
            return new Raw(digits, Optional.empty());
        }
        boolean isWhole = digits.matches("-?[0-9]+") && number.toBigInteger().bitLength() < 64;
        return Raw.of(digits, isWhole ? (Object) number.longValueExact() : number);
    }

    /** The text of the body is no JSON, no such object or of another type. */
    private static Mutant ofText(long seed, Random random, Template template) {
        Map<String, String> fields = template.members();
        String members = Template.join(fields) + (fields.isEmpty() ? "" : ",");
        String sound = template.body(Template.join(fields));
        return switch (random.nextInt(9)) {
            case 0 -> {
                int length = 1 + random.nextInt(sound.length() - 1);
                yield text(seed, "cut off", template, sound.substring(0, length));
            }
            case 1 -> {
                String text = template.body(members + "\"surprise\":1");
                yield mutant(seed, "unknown", template, text, true, Optional.of("surprise"));
            }
            case 2 -> {
                String text = template.body(members + "\"twice\":1,\"twice\":1");
                yield text(seed, "a member twice", template, text);
            }
            case 3 -> bytes(seed, "not UTF-8", template, spoilt(random, sound, 0xff), true);
            case 4 -> {
                byte[] spoilt = spoilt(random, sound, random.nextInt(8));
                yield bytes(seed, "control character", template, spoilt, true);
            }
            case 5 -> {
                String head =
                        template.head(template.target(), TYPES.get(random.nextInt(TYPES.size())));
                byte[] body = sound.getBytes(StandardCharsets.UTF_8);
                yield new Mutant(seed, "another type", head, body, true, Optional.empty());
            }
            case 6 -> text(seed, "deep", template, "{\"a\":".repeat(17 + random.nextInt(5_000)));
            case 7 -> text(seed, "more", template, sound + sound);
            default -> {
                byte[] noise = sound.getBytes(StandardCharsets.UTF_8);
                noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
                yield bytes(seed, "noise", template, noise, false);
            }
        };
    }

    private static Mutant text(long seed, String what, Template template, String body) {
        return mutant(seed, what, template, body, true, Optional.empty());
    }

    /** Puts a byte in that stands nowhere in JSON. */
    private static byte[] spoilt(Random random, String text, int value) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length);
        byte[] spoilt = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, spoilt, at + 1, bytes.length - at);
        spoilt[at] = (byte) value;
        return spoilt;
    }

    /** The path or the query is wrong. */
    private static Mutant ofTarget(long seed, Random random, Template template) {
        Map<Field<?>, String> changeable = new LinkedHashMap<>();
        template.fields(Field.Place.PATH).forEach(field -> changeable.put(field, ""));
        template.fields(Field.Place.QUERY).forEach(field -> changeable.put(field, ""));
        List<Field<?>> fields = List.copyOf(changeable.keySet());
        String target = template.target();
        String mark = target.contains("?") ? "&" : "?";
        if (fields.isEmpty() || random.nextInt(4) == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> target(seed, template, target + mark + "surprise=1", "surprise");
                case 1 -> target(seed, template, target + mark + "%zz=1", "");
                default -> target(seed, template, target + mark + "a=1&a=2", "a");
            };
        }
        Field<?> field = fields.get(random.nextInt(fields.size()));
        if (random.nextInt(3) == 0) {
            String broken = PERCENT.get(random.nextInt(PERCENT.size()));
            return target(seed, template, template.target(Optional.of(field), broken), "");
        }
        String value =
                random.nextInt(5) == 0
                        ? field.example().repeat(1 + random.nextInt(200))
                        : withStrange(random, field.example());
        String encoded = template.target(Optional.of(field), Template.encode(value));
        boolean isWrong = field.read(value) instanceof Read.Bad<?>;
        String named = isWrong && isUnicode(value) ? field.name() : "";
        Mutant mutant = target(seed, template, encoded, named);
        return new Mutant(
                seed, mutant.what(), mutant.head(), mutant.body(), isWrong, mutant.field());
    }

    private static Mutant target(long seed, Template template, String target, String field) {
        byte[] body =
                template.hasBody()
                        ? template.body(Template.join(template.members()))
                                .getBytes(StandardCharsets.UTF_8)
                        : new byte[0];
        return new Mutant(
                seed,
                "target",
                template.head(target, body.length == 0 ? "" : JSON),
                body,
                true,
                field.isEmpty() ? Optional.empty() : Optional.of(field));
    }

    private static Mutant body(
            long seed,
            String what,
            Template template,
            Map<String, String> members,
            boolean isWrong,
            Field<?> field) {
        String text = template.body(Template.join(members));
        return mutant(seed, what, template, text, isWrong, Optional.of(field.name()));
    }

    private static Mutant mutant(
            long seed,
            String what,
            Template template,
            String body,
            boolean isWrong,
            Optional<String> field) {
        return new Mutant(
                seed,
                what,
                template.head(template.target(), JSON),
                body.getBytes(StandardCharsets.UTF_8),
                isWrong,
                isWrong ? field : Optional.empty());
    }

    private static Mutant bytes(
            long seed, String what, Template template, byte[] body, boolean isWrong) {
        String head = template.head(template.target(), JSON);
        return new Mutant(seed, what, head, body, isWrong, Optional.empty());
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
