package walls.sound.features.wallet;

import java.util.Locale;
import walls.sound.kernel.port.Executor;

/** A feature that counts in minor units and names its locale. */
public record Transfer(long amount, Executor port) {

    String code() {
        return String.format(Locale.ROOT, "%d", amount).toLowerCase(Locale.ROOT);
    }
}
