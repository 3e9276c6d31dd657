package walls.broken.kernel;

import java.io.File;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Kernel code whose replay would differ: one forbidden thing a line. */
@SuppressWarnings("StringCaseLocaleUsage")
public record Undetermined(
        Thread thread, File file, URI address, Currency currency, AtomicLong counter) {

    static LongSupplier clock() {
        return System::nanoTime;
    }

    static Instant now() {
        return Instant.now();
    }

    static Random chance() {
        return new Random();
    }

    static double mathematics(double angle) {
        return Math.sin(angle);
    }

    static String locale(String text) {
        return text.toUpperCase();
    }

    static ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
