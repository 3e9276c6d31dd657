package io.windlass.perf.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up a town's transfers from a seed: a bank pays salaries, people pay shops and each other,
 * families share a partition, some pay more than they have, some lines come twice and some ids are
 * used again for another amount.
 */
final class Sample {
    private static final Instant BEGIN = Instant.parse("2026-01-01T06:00:00Z");
    private static final String BANK = "bank";
    private static final int RECENT = 1_000;
    private static final int LINES_PER_SALARY = 12;

    private final Random random;
    private final int people;
    private final int shops;
    private final int families;
    private final List<Line.Transfer> recent = new ArrayList<>();
    private Instant time = BEGIN;
    private long number;

    /** A town that fits a number of lines. */
    Sample(long seed, int lines) {
        random = new Random(seed);
        people = Math.max(3, Math.min(2_000, lines / 50));
        shops = Math.max(2, Math.min(200, lines / 500));
        families = Math.max(1, Math.min(250, lines / 400));
    }

    /** Writes so many lines below a heading. */
    static void write(Path file, long seed, int lines) throws IOException {
        Sample sample = new Sample(seed, lines);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("from,to,amount,currency,id,time\n");
            for (int i = 0; i < lines; i++) {
                out.write(text(sample.next()) + "," + sample.time + "\n");
            }
        }
    }

    /** The next line. */
    Line.Transfer next() {
        number++;
        time = time.plusSeconds(1 + random.nextInt(60));
        Line.Transfer line = isPayday() ? salary() : everyday();
        if (recent.size() < RECENT) {
            recent.add(line);
        } else {
            recent.set(random.nextInt(RECENT), line);
        }
        return line;
    }

    /** A month begins with the salaries of all. */
    private boolean isPayday() {
        return (number - 1) % ((long) people * LINES_PER_SALARY) < people;
    }

    private Line.Transfer salary() {
        return fresh(
                BANK, person((int) ((number - 1) % people)), 150_000 + random.nextInt(250_000));
    }

    private Line.Transfer everyday() {
        int dice = random.nextInt(100);
        if (dice < 70) {
            return fresh(anyone(), shop(), 100 + random.nextInt(15_000));
        }
        if (dice < 78) {
            return fresh(anyone(), anyone(), 500 + random.nextInt(10_000));
        }
        if (dice < 82) {
            return fresh(BANK, family("mother"), 50_000 + random.nextInt(200_000));
        }
        if (dice < 87) {
            String name = "family" + random.nextInt(families);
            return fresh(name + ":mother", name + ":child", 500 + random.nextInt(5_000));
        }
        if (dice < 91) {
            return fresh(shop(), BANK, 1_000 + random.nextInt(20_000));
        }
        if (dice < 95) {
            return fresh(anyone(), shop(), 100_000_000 + random.nextInt(1_000_000));
        }
        Line.Transfer earlier = recent.get(random.nextInt(recent.size()));
        return dice < 98 ? earlier : changed(earlier);
    }

    private Line.Transfer fresh(String from, String to, int cents) {
        String id = "demo-" + number;
        return from.equals(to)
                ? fresh(BANK, to, cents)
                : new Line.Transfer(number, from, to, amount(cents), "USD", id);
    }

    /** The id of a line with another amount: refused, since its first use stands. */
    private Line.Transfer changed(Line.Transfer line) {
        return new Line.Transfer(
                number,
                line.from(),
                line.to(),
                amount(1 + random.nextInt(99)),
                line.currency(),
                line.id());
    }

    private String anyone() {
        return person(random.nextInt(people));
    }

    private String shop() {
        return "shop" + random.nextInt(shops);
    }

    private String family(String who) {
        return "family" + random.nextInt(families) + ":" + who;
    }

    private static String person(int index) {
        return "person" + index;
    }

    private static String amount(int cents) {
        String digits = Integer.toString(100 + cents % 100).substring(1);
        return cents / 100 + "." + digits;
    }

    private static String text(Line.Transfer line) {
        return String.join(",", line.from(), line.to(), line.amount(), line.currency(), line.id());
    }
}
