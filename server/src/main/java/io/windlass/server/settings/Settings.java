package io.windlass.server.settings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The values in effect. Immutable. */
public final class Settings {
    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    /** These values, and the defaults of all others. */
    public Settings(Map<Setting, String> set) {
        for (Setting setting : Setting.values()) {
            values.put(setting, set.getOrDefault(setting, setting.defaultValue()));
        }
    }

    /** A value as text. */
    public String text(Setting setting) {
        return values.get(setting);
    }

    /** A value as a list: what stands between commas, if anything does. */
    public List<String> list(Setting setting) {
        return Arrays.stream(values.get(setting).split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** A value as a whole number between two bounds, both included. */
    public int number(Setting setting, int min, int max) {
        String text = values.get(setting);
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrongNumber(setting, min, max);
        }
        throw wrongNumber(setting, min, max);
    }

    /** A value as a whole number from 0 on. */
    public long count(Setting setting) {
        String text = values.get(setting);
        if (!text.matches("[0-9]{1,18}")) {
            throw new SettingsException(
                    setting.key() + " is " + text + ", it has to be a whole number from 0 on");
        }
        return Long.parseLong(text);
    }

    /** All values, one {@code key = value} a line. */
    public String tree() {
        StringJoiner lines = new StringJoiner("\n  ", "settings:\n  ", "");
        values.forEach(
                (setting, value) -> {
                    boolean shows = !setting.isHidden() || value.isEmpty();
                    lines.add(setting.key() + " = " + (shows ? value : "(set, not shown)"));
                });
        return lines.toString();
    }

    private SettingsException wrongNumber(Setting setting, int min, int max) {
        return new SettingsException(
                setting.key()
                        + " is "
                        + values.get(setting)
                        + ", it has to be a whole number from "
                        + min
                        + " to "
                        + max);
    }
}
