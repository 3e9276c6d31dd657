package io.windlass.kernel.log;

import io.windlass.kernel.simulation.Corpus;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The targets of {@link LogFuzz} with the inputs that are kept; the fuzzer slows others down. */
class LogCorpusTest {
    private final LogFuzz fuzz = new LogFuzz();

    @Test
    void everyKeptFrameIsReadOrThereIsNone() {
        Corpus.of(LogFuzz.class, "aFrameIsReadOrThereIsNone")
                .forEach(fuzz::aFrameIsReadOrThereIsNone);
    }

    @Test
    void everyKeptLogIsReadToItsEndOrNamedDamaged() throws IOException {
        for (byte[] bytes : Corpus.of(LogFuzz.class, "aLogIsReadToItsEndOrNamedDamaged")) {
            fuzz.aLogIsReadToItsEndOrNamedDamaged(bytes);
        }
    }
}
