package io.windlass.server.it;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The commands of a document with what they print, taken from its fenced {@code console} blocks.
 *
 * <pre>
 *   $ a command, which goes on behind a line that ends with \
 *   what it prints, where ... stands for any text, across lines too
 * </pre>
 */
final class Session {
    private static final String FENCE = "```";
    private static final String PROMPT = "$ ";
    private static final String ANYTHING = "...";

    private Session() {}

    /** A command and what it is said to print, empty if nothing. */
    record Step(String command, String output) {

        /** Whether this is what the document says. */
        boolean isPrinted(String actual) {
            String pattern = Pattern.quote(output.strip()).replace(ANYTHING, "\\E.*\\Q");
            String text = actual.replace("\r", "").strip();
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).matches();
        }
    }

    /** All commands of a document in Markdown, in their order. */
    static List<Step> of(String markdown) {
        List<Step> steps = new ArrayList<>();
        boolean inside = false;
        boolean goesOn = false;
        for (String line : markdown.lines().toList()) {
            if (line.startsWith(FENCE)) {
                inside = line.equals(FENCE + "console");
            } else if (inside && (goesOn || line.startsWith(PROMPT))) {
                String command = goesOn ? last(steps).command + "\n" + line : line.substring(2);
                if (goesOn) {
                    steps.remove(steps.size() - 1);
                }
                steps.add(new Step(command, ""));
                goesOn = line.endsWith("\\");
            } else if (inside) {
                Step step = steps.remove(steps.size() - 1);
                steps.add(new Step(step.command, step.output + line + "\n"));
            }
        }
        return steps;
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }
}
