package io.windlass.edge.http;

import io.windlass.kernel.simulation.Corpus;
import org.junit.jupiter.api.Test;

/** The targets of {@link ReaderFuzz} with the inputs that are kept. */
class ReaderCorpusTest {
    private final ReaderFuzz fuzz = new ReaderFuzz();

    @Test
    void everyKeptBodyIsReadOrNamedMalformed() {
        Corpus.of(ReaderFuzz.class, "aBodyIsReadOrNamedMalformed")
                .forEach(fuzz::aBodyIsReadOrNamedMalformed);
    }

    @Test
    void everyKeptPathLeadsSomewhereOrNowhere() {
        Corpus.of(ReaderFuzz.class, "aPathLeadsSomewhereOrNowhere")
                .forEach(fuzz::aPathLeadsSomewhereOrNowhere);
    }
}
