package io.windlass.edge.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Batches of transfers as clients write them, and as nobody should. */
final class DrawnBatches {
    private static final int ITEMS = 40;
    private static final List<String> ACCOUNTS =
            List.of(
                    "\"bank\"",
                    "\"alice\"",
                    "\"bob\"",
                    "\"eva\"",
                    "\"nobody\"",
                    "\"\\u0061lice\"",
                    "\"al\\/ice\"",
                    "\"\\ud800\"",
                    "\"\\ud83d\\ude00\"",
                    "\"b\u00f6b\"",
                    "\"\"",
                    "\" bob\"",
                    "\"" + "a".repeat(64) + "\"",
                    "\"" + "a".repeat(65) + "\"",
                    "\"" + "a".repeat(5_000) + "\"",
                    "\"" + "a".repeat(70_000) + "\"",
                    "7",
                    "null",
                    "[\"bob\"]",
                    "{\"a\":1,\"a\":2}");
    private static final List<String> AMOUNTS =
            Stream.concat(
                            Stream.of("1.00", "0.01", "25", "3.5", "900000.00", "0", "0.00")
                                    .map(DrawnBatches::quoted),
                            Stream.concat(
                                    Stream.of(
                                                    "92233720368547758.07",
                                                    "92233720368547758.08",
                                                    "9999999999999999999",
                                                    "99999999999999999999",
                                                    "1.001",
                                                    "01.00",
                                                    "1.",
                                                    ".5",
                                                    "1e3",
                                                    "-1.00",
                                                    "+1",
                                                    "",
                                                    "1\\u002e00",
                                                    "1,00")
                                            .map(DrawnBatches::quoted),
                                    Stream.of(
                                            "1",
                                            "1.00",
                                            "-0",
                                            "1e99",
                                            "1e999999999",
                                            "1e-999999999",
                                            "123456789012345678901234567890",
                                            "true",
                                            "null")))
                    .toList();
    private static final List<String> CURRENCIES =
            Stream.of("USD", "EUR", "JPY", "usd", "QQQ", "US", "", "\\u0055SD")
                    .map(DrawnBatches::quoted)
                    .toList();
    private static final List<String> MORE =
            List.of(
                    "\"strategy\":\"saga\"",
                    "\"strategy\":\"paxos\"",
                    "\"wait\":\"applied\"",
                    "\"wait\":7",
                    "\"wait\":\"never\"",
                    "\"note\":\"x\"",
                    "\"\\ud800\":1",
                    "\"\":\"\"",
                    "\"amount\":\"2.00\"",
                    "\"transaction_id\":\"again\"",
                    "\"to_account\":[[{\"x\":[1,2]}]]",
                    "\"deep\":[[[[[[[[[[[[[1]]]]]]]]]]]]]",
                    "\"deeper\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]");
    private static final List<String> STRANGERS =
            List.of("7", "null", "[]", "\"x\"", "true", "{}", "[{\"a\":1,\"a\":2}]");
    private static final List<String> BLANKS = List.of("", "", "", "", " ", "\n", "\t \r\n");

    private final Random random;
    private final List<String> sent = new ArrayList<>();

    DrawnBatches(Random random) {
        this.random = random;
    }

    /** A transfer that is like most of them. */
    static String usual(String id) {
        return "{\"from_account\":\"bank\",\"to_account\":\"alice\",\"amount\":\"1.00\","
                + "\"currency\":\"USD\",\"transaction_id\":"
                + quoted(id)
                + "}";
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    /** The body of the next batch. */
    byte[] next() {
        int unusual = random.nextInt(3) * 10;
        List<String> items = new ArrayList<>();
        int count = random.nextInt(ITEMS);
        while (items.size() < count) {
            items.add(item(unusual));
        }
        String body = "{" + blank() + "\"transfers\":" + blank() + items + blank() + "}";
        return damaged(body).getBytes(StandardCharsets.UTF_8);
    }

    /** One batch in a few is not well around its items. */
    private String damaged(String body) {
        int at = random.nextInt(body.length());
        return switch (random.nextInt(24)) {
            case 0 -> body.substring(0, at);
            case 1 -> body.substring(0, at) + (char) random.nextInt(0x80) + body.substring(at);
            case 2 -> body + "7";
            case 3 -> "{\"transfers\":[" + usual("w-1") + "]," + body.substring(1);
            case 4 -> "{\"more\":1," + body.substring(1);
            case 5 -> "{\"transfers\":{}}";
            default -> body;
        };
    }

    private String item(int unusual) {
        if (!sent.isEmpty() && random.nextInt(8) == 0) {
            return pick(sent);
        }
        if (isOneOf(unusual / 4)) {
            return pick(STRANGERS);
        }
        List<String> members = new ArrayList<>();
        members.add("\"from_account\":" + blank() + drawn(ACCOUNTS, 3, unusual));
        members.add(name("to_account") + ":" + drawn(ACCOUNTS, 3, unusual));
        members.add(name("amount") + blank() + ":" + drawn(AMOUNTS, 4, unusual));
        members.add("\"currency\":" + drawn(CURRENCIES, 1, unusual));
        members.add("\"transaction_id\":" + id(unusual));
        if (isOneOf(unusual)) {
            members.add(random.nextInt(members.size() + 1), pick(MORE));
        }
        if (isOneOf(unusual)) {
            members.remove(random.nextInt(members.size()));
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(members, random);
        }
        String item = "{" + blank() + String.join(blank() + "," + blank(), members) + "}";
        sent.add(item);
        return item;
    }

    /** A name, now and then written with an escape. */
    private String name(String name) {
        return quoted(random.nextInt(20) > 0 ? name : name.replace("a", "\\u0061"));
    }

    private String id(int unusual) {
        UUID uuid = new UUID(random.nextLong(), random.nextLong());
        String text = uuid.toString();
        int dice = isOneOf(unusual) ? random.nextInt(12) : 7 + random.nextInt(5);
        return switch (dice) {
            case 0 -> quoted(new UUID(0x7fffffffffff7000L, Long.MIN_VALUE).toString());
            case 1 -> quoted(text + "0");
            case 2 -> quoted(text.replace("-", "_"));
            case 3 -> quoted(text.replace('0', 'g'));
            case 4 -> quoted("a\\u002db");
            case 5 -> "12";
            case 6 -> quoted(random.nextBoolean() ? "a b" : "\u00e9");
            case 7 -> quoted("t-" + random.nextInt(1_000));
            case 8 -> quoted(text.toUpperCase(Locale.ROOT));
            default -> quoted(text);
        };
    }

    private boolean isOneOf(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Mostly one of the first few. */
    private String drawn(List<String> values, int usual, int unusual) {
        return values.get(random.nextInt(isOneOf(unusual) ? values.size() : usual));
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String blank() {
        return pick(BLANKS);
    }
}
