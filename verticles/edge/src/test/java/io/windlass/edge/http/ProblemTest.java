package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.edge.http.CounterFeature.CounterRejection;
import io.windlass.edge.json.JsonWriter;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Rejected;
import io.windlass.kernel.feature.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {
    private final ProblemPages pages = new ProblemPages(List.of(new CounterFeature()));

    @Test
    void aRejectionCarriesItsOwnMembersLast() {
        Rejected rejected =
                new Rejected(CounterRejection.BELOW_ZERO, out -> out.number("available", 3));
        assertEquals(
                "{\"type\":\"/problems/below-zero\",\"title\":\"A counter cannot fall below zero\","
                        + "\"status\":422,\"detail\":\"A counter cannot fall below zero\","
                        + "\"code\":\"below-zero\",\"outcome\":\"rejected\",\"retry\":\"new-id\","
                        + "\"available\":3}",
                json(Problem.of(rejected)));
    }

    @Test
    void aRejectionThatIsNotLoggedWasNotExecuted() {
        Rejected rejected = new Rejected(CounterRejection.COUNTER_NOT_FOUND, out -> {});
        assertEquals("not-executed", Problem.of(rejected).kind().outcome());
    }

    @Test
    void whatIsMalformedIsPointedAt() {
        assertEquals(
                "{\"type\":\"/problems/amount-scale\",\"title\":\"Amount scale\",\"status\":400,"
                        + "\"detail\":\"two digits\",\"code\":\"amount-scale\","
                        + "\"outcome\":\"not-executed\",\"retry\":\"never\","
                        + "\"errors\":[{\"pointer\":\"/amount\",\"detail\":\"two digits\"}]}",
                json(Problem.of(new Malformed("amount-scale", "amount", "two digits"))));
        assertTrue(
                json(Problem.of(new Malformed("unknown-field", "a/~b", "?")))
                        .contains("\"pointer\":\"/a~1~0b\""));
        assertTrue(
                json(Problem.of(new Malformed("malformed-json", "", "?")))
                        .contains("\"pointer\":\"\""));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid-field, 400",
        "metadata-too-large, 413",
        "batch-too-large, 413",
        "group-too-large, 413"
    })
    void whatIsMalformedHasTheStatusOfItsCode(String code, int status) {
        assertEquals(status, Problem.of(new Malformed(code, "", "")).status());
    }

    @ParameterizedTest
    @CsvSource({
        "OVERLOADED, overloaded, 503, not-executed, same-id",
        "STARTING, starting, 503, not-executed, same-id",
        "NO_LEADER, no-leader, 503, not-executed, same-id",
        "LEADER_CHANGED, leader-changed, 503, not-executed, same-id",
        "STORAGE_FULL, storage-full, 507, not-executed, later",
        "OUTCOME_UNKNOWN, outcome-unknown, 504, unknown, same-id"
    })
    void notNowSaysWhatToDo(
            Unavailable.Reason reason, String code, int status, String outcome, String retry) {
        Problem problem = Problem.of(new Unavailable(reason, "wait"));
        assertEquals(
                List.of(code, status, outcome, retry),
                List.of(
                        problem.kind().code(),
                        problem.status(),
                        problem.kind().outcome(),
                        problem.kind().retry()));
        assertEquals(status == 503, problem.retryAfterSeconds() > 0);
    }

    @ParameterizedTest
    @EnumSource
    void everyRejectionHasAPage(CounterRejection rejection) {
        assertEquals(ProblemKind.of(rejection), pages.find(rejection.code()).orElseThrow());
    }

    @Test
    void theCodesOfFieldsAndOfTheEdgeHavePages() {
        for (String code :
                List.of(
                        "missing-transaction-id",
                        "invalid-id",
                        "invalid-field",
                        "malformed-json",
                        "malformed-url",
                        "unknown-field",
                        "repeated-parameter",
                        "idempotency-header-conflict",
                        "not-found",
                        "method-not-allowed",
                        "body-too-large",
                        "unsupported-media-type",
                        "internal-error",
                        "overloaded")) {
            assertEquals(code, pages.find(code).orElseThrow().code());
        }
        assertFalse(pages.find("no-such-code").isPresent());
    }

    @Test
    void onlyJsonInUtf8IsJson() {
        for (String type :
                List.of(
                        "application/json",
                        "Application/JSON",
                        "application/json; charset=utf-8",
                        "application/json;charset=\"UTF-8\"")) {
            assertTrue(MediaTypes.promises(type, "application/json"), type);
        }
        for (String type :
                List.of(
                        "",
                        "text/json",
                        "application/jsonp",
                        "application/x-ndjson",
                        "application/json; charset=latin1")) {
            assertFalse(MediaTypes.promises(type, "application/json"), type);
        }
    }

    private static String json(Document document) {
        return JsonWriter.write(document).toString(StandardCharsets.UTF_8);
    }
}
