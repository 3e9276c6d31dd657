package walls.sound.base.meter;

/** Meters may read the clock. */
public record Stopwatch(long startNanos) {

    public static Stopwatch started() {
        return new Stopwatch(System.nanoTime());
    }
}
