package io.windlass.server.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request that is wrong in one way.
 *
 * @param seed makes it again
 * @param what was done to it
 * @param head request line and header fields, without the length of the body
 * @param body the bytes of its body
 * @param isWrong whether it must be refused; else it may happen to be fine
 * @param field what the refusal must name
 */
record Mutant(
        long seed, String what, String head, byte[] body, boolean isWrong, Optional<String> field) {

    /** As it is sent. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String length = body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n";
        bytes.writeBytes((head + length + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        String text = new String(bytes(), StandardCharsets.ISO_8859_1);
        String shown = text.length() > 2_000 ? text.substring(0, 2_000) + " ..." : text;
        return what + " with seed " + seed + ":\n" + escaped(shown);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = (c >= ' ' && c < 0x7f) || c == '\n';
            escaped.append(isPlain ? Character.toString(c) : String.format("\\x%02x", (int) c));
        }
        return escaped.toString();
    }
}
