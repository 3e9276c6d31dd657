package io.windlass.edge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.windlass.base.check.Invariant;
import io.windlass.edge.call.RequestReader;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestReaderTest {
    private static final CounterFeature FEATURE = new CounterFeature();

    private final RequestReader put = reader(Endpoint.Method.PUT, "/v1/counters/{id}");
    private final RequestReader get = reader(Endpoint.Method.GET, "/v1/counters/{id}");
    private final RequestReader add = reader(Endpoint.Method.POST, "/v1/counters/{id}/add");

    @Test
    void fieldsOfPathQueryAndBodyAreRead() {
        Request added = good(read(add, "", "{\"amount\":5,\"transaction_id\":\"t\"}"));
        assertEquals("visits", added.get(CounterFeature.ID));
        assertEquals(5, added.get(CounterFeature.AMOUNT));
        assertEquals("t", added.get(CounterFeature.TRANSACTION));
        assertEquals(0, added.tenant());
        Request asked = good(read(get, "unit=a+b%2B", ""));
        assertEquals(Optional.of("a b+"), asked.find(CounterFeature.UNIT));
    }

    @Test
    void optionalFieldsMayBeAway() {
        assertEquals(Optional.empty(), good(read(put, "", "")).find(CounterFeature.START));
        assertEquals(Optional.empty(), good(read(get, "", "")).find(CounterFeature.UNIT));
    }

    @Test
    void aFieldThatIsNotDeclaredIsABug() {
        Request request = good(read(put, "", "{}"));
        assertThrows(Invariant.class, () -> request.find(CounterFeature.AMOUNT));
        assertThrows(Invariant.class, () -> request.get(CounterFeature.START));
    }

    @Test
    void shapeIsReportedBeforeFields() {
        assertBad("malformed-json", "", read(add, "", "{\"amount\":5,}"));
        assertBad("unknown-field", "b", read(add, "", "{\"amount\":\"x\",\"b\":1,\"c\":2}"));
        assertBad("unknown-field", "unit", read(add, "unit=x", "{\"amount\":\"x\"}"));
        assertBad("malformed-url", "unit", read(get, "unit=%f", ""));
        assertBad("malformed-url", "", read(get, "%ff=1", ""));
        assertBad("repeated-parameter", "unit", read(get, "unit=a&unit=a", ""));
    }

    @Test
    void aBodyMemberDoesNotCountAsAParameterOfTheSameName() {
        assertBad("unknown-field", "start", read(put, "start=1", ""));
        assertBad("unknown-field", "id", read(put, "", "{\"id\":\"visits\"}"));
    }

    @Test
    void fieldsAreReportedInDeclaredOrder() {
        assertBad("missing-transaction-id", "transaction_id", read(add, "", "{\"amount\":true}"));
        assertBad(
                "invalid-field",
                "amount",
                read(add, List.of("!"), "{\"amount\":1.0,\"transaction_id\":\"t\"}"));
        assertBad(
                "invalid-id",
                "id",
                read(add, List.of("!"), "{\"amount\":1,\"transaction_id\":\"t\"}"));
        assertBad("invalid-field", "amount", read(add, "", "{\"transaction_id\":\"t\"}"));
    }

    @Test
    void nullIsNotTheSameAsMissing() {
        assertBad("invalid-field", "start", read(put, "", "{\"start\":null}"));
    }

    @Test
    void theHeaderMustBeTheId() {
        String body = "{\"amount\":5,\"transaction_id\":\"t\"}";
        good(readWithKey(body, "t"));
        good(readWithKey(body, "\"t\""));
        assertBad("idempotency-header-conflict", "transaction_id", readWithKey(body, "T"));
        assertBad("idempotency-header-conflict", "transaction_id", readWithKey(body, ""));
        assertBad("idempotency-header-conflict", "transaction_id", readWithKey(body, "\""));
        assertFalse(put.hasId());
    }

    private Read<Request> readWithKey(String body, String key) {
        return add.read(0, List.of("visits"), "", utf8(body), Optional.of(key));
    }

    private static Read<Request> read(RequestReader reader, String query, String body) {
        return reader.read(0, List.of("visits"), query, utf8(body), Optional.empty());
    }

    private static Read<Request> read(RequestReader reader, List<String> path, String body) {
        return reader.read(0, path, "", utf8(body), Optional.empty());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Request good(Read<Request> read) {
        return ((Read.Good<Request>) read).value();
    }

    private static void assertBad(String code, String field, Read<Request> read) {
        Malformed why = ((Read.Bad<Request>) read).why();
        assertEquals(code + " " + field, why.code() + " " + why.field(), why.detail());
    }

    private static RequestReader reader(Endpoint.Method method, String path) {
        return FEATURE.endpoints().stream()
                .filter(endpoint -> endpoint.method() == method && endpoint.path().equals(path))
                .map(endpoint -> new RequestReader(endpoint, new CounterService(FEATURE)))
                .findFirst()
                .orElseThrow();
    }
}
