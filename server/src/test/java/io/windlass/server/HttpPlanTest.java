package io.windlass.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.server.settings.Settings;
import io.windlass.server.settings.SettingsException;
import io.windlass.server.settings.SettingsReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpPlanTest {
    @Test
    void aNewKeyIsTakenFromAYamlListAndFromAVariable(@TempDir Path directory) throws Exception {
        String line = newLine();
        Path file = directory.resolve("windlass.yaml");
        Files.writeString(file, "http:\n  keys:\n    - " + line + "\n    - " + newLine() + "\n");
        assertEquals(2, HttpPlan.of(new SettingsReader().file(file).settings()).keys().size());
        Settings settings =
                new SettingsReader().environment(Map.of("WINDLASS_HTTP_KEYS", line)).settings();
        assertEquals(line, HttpPlan.of(settings).keys().get(0).line());
        assertFalse(settings.tree().contains(line.substring(line.lastIndexOf(':') + 1)));
    }

    @Test
    void onlyWithKeysAnyAddressMayBeListenedOn() {
        assertThrows(SettingsException.class, () -> HttpPlan.of(set("http.host=0.0.0.0")));
        HttpPlan.of(set("http.host=0.0.0.0", "http.keys=" + newLine()));
    }

    @Test
    void aWrongKeyIsNamedByItsPlaceAndNotShown() {
        String message =
                assertThrows(
                                SettingsException.class,
                                () -> HttpPlan.of(set("http.keys=" + newLine() + ",hush")))
                        .getMessage();
        assertTrue(message.startsWith("number 2 of http.keys"), message);
        assertFalse(message.contains("hush"));
        String twice = newLine();
        assertThrows(
                SettingsException.class,
                () -> HttpPlan.of(set("http.keys=" + twice + "," + twice)));
    }

    @Test
    void aCertificateNeedsItsKey() {
        assertThrows(SettingsException.class, () -> HttpPlan.of(set("http.tls.key=/k.pem")));
    }

    @Test
    void aKeyForNobodyIsNotMade() {
        for (List<String> arguments :
                List.of(
                        List.of("--new-key", "x"),
                        List.of("--new-key", "1", "reign"),
                        List.of("--new-key", "1", "read", "more"))) {
            assertThrows(SettingsException.class, () -> NewKey.print(arguments, System.out));
        }
    }

    private static Settings set(String... assignments) {
        List<String> arguments =
                List.of(assignments).stream()
                        .flatMap(one -> List.of("--set", one).stream())
                        .toList();
        return new SettingsReader().arguments(arguments).settings();
    }

    private static String newLine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        NewKey.print(
                List.of("--new-key", "7", "read+operate"),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String text = bytes.toString(StandardCharsets.UTF_8);
        return text.substring(text.lastIndexOf(' ')).strip();
    }
}
