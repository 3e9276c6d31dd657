package io.windlass.kernel.feature.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.feature.Result;
import io.windlass.kernel.feature.Result.Member;
import io.windlass.kernel.feature.Shapes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConformanceTest {
    private static final Result ROW = Result.of(Member.of("open", Shapes.flag(true)));
    private static final Result BODY =
            Result.of(
                    Member.of("state", Shapes.words(List.of("OPEN", "CLOSED"))),
                    Member.of("count", Shapes.whole(1, 7)).orNull(),
                    Member.of("sum", Shapes.text("^[0-9]+$", "12")).usually(),
                    Member.of("code", Shapes.position()).sometimes(),
                    Member.of("rows", Shapes.list(ROW)));

    private final Set<String> met = new TreeSet<>();

    @Test
    void aDocumentAsDeclaredConforms() {
        check(
                out -> {
                    head(out);
                    out.textForReaders("sum", "3");
                    out.list("rows", List.of(row -> row.flag("open", false)));
                });
        assertEquals(Set.of("body sum"), met);
        assertEquals(
                Set.of("body count", "body sum", "body code"), Conformance.optional("body", BODY));
    }

    @Test
    void whatMayBeMissingOrNullMayBe() {
        check(
                out -> {
                    out.text("state", "CLOSED");
                    out.absent("count");
                    out.list("rows", List.of());
                });
        assertEquals(Set.of("body count"), met);
    }

    @Test
    void everyDeviationIsNamed() {
        assertWrong("body rows is missing", ConformanceTest::head);
        assertWrong("body more is not declared", out -> out.text("more", "x"));
        assertWrong("body state is declared not to be LOST", out -> out.text("state", "LOST"));
        assertWrong("body count is declared not to be 0", out -> out.number("count", 0));
        assertWrong("body sum is declared not to be true", out -> out.flag("sum", true));
        assertWrong("body sum is null", out -> out.absent("sum"));
        assertWrong("body sum is declared to be no list", out -> out.list("sum", List.of()));
        assertWrong("body rows is declared to be a list", out -> out.text("rows", "x"));
        assertWrong("body sum is declared not to be {}", out -> out.object("sum", none -> {}));
        assertWrong("body sum is declared not to be [x]", out -> out.texts("sum", List.of("x")));
        assertWrong(
                "body rows more is not declared",
                out -> out.list("rows", List.of(row -> row.text("more", "x"))));
        assertWrong(
                "body state is written twice",
                out -> {
                    head(out);
                    head(out);
                });
        assertWrong(
                "body state is not for everybody, but declared as always there",
                out -> out.textForReaders("state", "OPEN"));
    }

    private static void head(DocumentWriter out) {
        out.text("state", "OPEN");
        out.number("count", 1);
    }

    private void check(Document document) {
        Conformance.check("body", BODY, document, met);
    }

    private void assertWrong(String message, Document document) {
        AssertionError error = assertThrows(AssertionError.class, () -> check(document));
        assertEquals(message, error.getMessage().replaceAll(" ==>.*", ""));
    }
}
