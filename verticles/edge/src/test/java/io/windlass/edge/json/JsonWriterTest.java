package io.windlass.edge.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.windlass.kernel.feature.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void everyKindOfMemberIsWrittenCompactly() {
        Document inner = out -> out.number("n", 1);
        Document document =
                out -> {
                    out.text("text", "\"\n\u00e9\ud83d\ude00");
                    out.number("number", Long.MIN_VALUE);
                    out.flag("flag", true);
                    out.absent("absent");
                    out.object("object", inner);
                    out.list("list", List.of(inner, none -> {}));
                    out.texts("texts", List.of("a", ""));
                };
        assertEquals(
                "{\"text\":\"\\\"\\n\u00e9\ud83d\ude00\",\"number\":-9223372036854775808,"
                        + "\"flag\":true,\"absent\":null,\"object\":{\"n\":1},"
                        + "\"list\":[{\"n\":1},{}],\"texts\":[\"a\",\"\"]}",
                JsonWriter.write(document).toString(StandardCharsets.UTF_8));
    }

    @Test
    void aLongDocumentIsWhole() {
        String text = "x".repeat(100_000);
        assertEquals(
                "{\"text\":\"" + text + "\"}",
                JsonWriter.write(out -> out.text("text", text)).toString(StandardCharsets.UTF_8));
    }
}
