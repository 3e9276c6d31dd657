package io.windlass.edge.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.FieldType;
import io.windlass.kernel.feature.Read;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void everyKindOfValueIsRead() {
        assertEquals(
                Map.of(
                        "text",
                        "a\"\u00e9\ud83d\ude00",
                        "whole",
                        -9_223_372_036_854_775_808L,
                        "fraction",
                        new BigDecimal("12.50"),
                        "power",
                        new BigDecimal("1E+3"),
                        "yes",
                        true,
                        "no",
                        false,
                        "nothing",
                        FieldType.NULL,
                        "list",
                        List.of(1L, "b", List.of()),
                        "map",
                        Map.of("x", Map.of())),
                good(
                        "{\"text\":\"a\\\"\u00e9\\ud83d\\ude00\",\"whole\":-9223372036854775808,"
                                + "\"fraction\":12.50,\"power\":1e3,\"yes\":true,\"no\":false,"
                                + "\"nothing\":null,\"list\":[1,\"b\",[]],\"map\":{\"x\":{}}} \n"));
    }

    @Test
    void membersKeepTheOrderOfTheText() {
        assertEquals(
                List.of("z", "a", "m"), List.copyOf(good("{\"z\":1,\"a\":2,\"m\":3}").keySet()));
    }

    @Test
    void aWholeNumberBeyondLongIsExact() {
        assertEquals(
                Map.of("n", new BigDecimal("9223372036854775808")),
                good("{\"n\":9223372036854775808}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "1",
                "{",
                "}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1}{}",
                "{\"a\":1} x",
                "{}]",
                "{\"a\":1,\"a\":1}",
                "{\"b\":{\"a\":1,\"\\u0061\":2}}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":1e}",
                "{\"a\":0x10}",
                "{\"a\":1e999999999}",
                "{\"a\":1e-999999999}",
                "{\"a\":1e99999999999999999999}",
                "{\"a\":1e65}",
                "{\"a\":tru}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00x\"}",
                "{\"a\":\"\\ud800\\ud800\"}",
                "{\"\\udfff\":1}",
                "{\"a\":\"open",
                "{\"a\":/**/1}",
                "\ufeff{}",
            })
    void whatIsNotAStrictObjectIsMalformed(String text) {
        assertMalformed(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        assertMalformed(bytes(0xff));
        assertMalformed(bytes(0xc3));
        assertMalformed(bytes(0xc0, 0xaf));
        assertMalformed(bytes(0xe0, 0x80, 0xaf));
        assertMalformed(bytes(0xed, 0xa0, 0x80));
        assertMalformed(bytes(0xf4, 0x90, 0x80, 0x80));
        assertMalformed("{}".getBytes(StandardCharsets.UTF_16BE));
        assertMalformed("{}".getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void nestingIsBounded() {
        assertEquals(1, good("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}").size());
        assertMalformed(
                ("{\"a\":" + "[".repeat(16) + "]".repeat(16) + "}")
                        .getBytes(StandardCharsets.UTF_8));
        assertMalformed("{\"a\":".repeat(10_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void longTextsAndNumbersAreMalformed() {
        assertMalformed(
                ("{\"a\":\"" + "x".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8));
        assertMalformed(("{\"" + "x".repeat(2_000) + "\":1}").getBytes(StandardCharsets.UTF_8));
        assertMalformed(("{\"a\":" + "9".repeat(65) + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theDetailNamesNoClassAndNoBytesOfTheClient() {
        Read<Map<String, Object>> read =
                JsonReader.read("{\"a\":".getBytes(StandardCharsets.UTF_8));
        String detail = ((Read.Bad<Map<String, Object>>) read).why().detail();
        assertTrue(!detail.contains("com.fasterxml") && !detail.contains("byte["), detail);
    }

    private static Map<String, Object> good(String text) {
        Read<Map<String, Object>> read = JsonReader.read(text.getBytes(StandardCharsets.UTF_8));
        assertInstanceOf(Read.Good.class, read);
        return ((Read.Good<Map<String, Object>>) read).value();
    }

    private static void assertMalformed(byte[] body) {
        Read<Map<String, Object>> read = JsonReader.read(body);
        assertInstanceOf(Read.Bad.class, read);
        assertEquals("malformed-json", ((Read.Bad<Map<String, Object>>) read).why().code());
    }

    /** An object with one text that holds these bytes. */
    private static byte[] bytes(int... inner) {
        byte[] bytes = new byte[inner.length + 8];
        byte[] head = "{\"a\":\"".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        for (int i = 0; i < inner.length; i++) {
            bytes[head.length + i] = (byte) inner[i];
        }
        bytes[bytes.length - 2] = '"';
        bytes[bytes.length - 1] = '}';
        return bytes;
    }
}
