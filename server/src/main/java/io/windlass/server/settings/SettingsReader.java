package io.windlass.server.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Gathers settings: file, then environment, then {@code --set}. */
public final class SettingsReader {
    private static final String OWN = "WINDLASS_";

    /** Variables of scripts that start several nodes; not for the node itself. */
    private static final String CLUSTER = "WINDLASS_CLUSTER_";

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    /** Takes the values of a YAML file. */
    public SettingsReader file(Path file) {
        try {
            JsonNode root = new YAMLMapper().readTree(file.toFile());
            take("", root, file);
        } catch (IOException e) {
            throw new SettingsException("cannot read " + file + ": " + e.getMessage());
        }
        return this;
    }

    /** Takes the variables that begin with {@code WINDLASS_}. */
    public SettingsReader environment(Map<String, String> variables) {
        variables.forEach(
                (variable, value) -> {
                    if (variable.startsWith(OWN) && !variable.startsWith(CLUSTER)) {
                        Setting setting =
                                Setting.ofVariable(variable)
                                        .orElseThrow(() -> unknown("variable " + variable));
                        values.put(setting, value);
                    }
                });
        return this;
    }

    /** Takes {@code --set key=value} and nothing else. */
    public SettingsReader arguments(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i += 2) {
            String assignment = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            int equals = assignment.indexOf('=');
            if (!arguments.get(i).equals("--set") || equals < 0) {
                throw new SettingsException(
                        "cannot read the argument " + arguments.get(i) + "; use --set key=value");
            }
            put(assignment.substring(0, equals), assignment.substring(equals + 1), "--set");
        }
        return this;
    }

    /** What was gathered. */
    public Settings settings() {
        return new Settings(values);
    }

    private void take(String path, JsonNode node, Path file) {
        if (node.isValueNode() && !node.isNull()) {
            put(path, node.asText(), file.toString());
        } else if (node.isArray()) {
            put(path, list(path, node, file), file.toString());
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String key = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            take(key, member.getValue(), file);
        }
    }

    /** A list is its values with commas between, as in a variable. */
    private static String list(String path, JsonNode node, Path file) {
        StringJoiner values = new StringJoiner(",");
        for (JsonNode value : node) {
            if (!value.isValueNode()) {
                throw new SettingsException(path + " in " + file + " is a list of plain values");
            }
            values.add(value.asText());
        }
        return values.toString();
    }

    private void put(String key, String value, String where) {
        values.put(
                Setting.ofKey(key).orElseThrow(() -> unknown("key " + key + " in " + where)),
                value);
    }

    private static SettingsException unknown(String what) {
        return new SettingsException("unknown " + what);
    }
}
