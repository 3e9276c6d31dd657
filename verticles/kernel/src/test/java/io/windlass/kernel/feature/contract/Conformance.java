package io.windlass.kernel.feature.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Result;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Fails unless a document has the members that were declared for it, and no others. */
final class Conformance implements DocumentWriter {
    private final String where;
    private final Result result;
    private final Set<String> written = new TreeSet<>();
    private final Set<String> met;

    private Conformance(String where, Result result, Set<String> met) {
        this.where = where;
        this.result = result;
        this.met = met;
    }

    /**
     * Compares a document with its declaration.
     *
     * @param where names the document in the failure and in {@code met}
     * @param met takes the paths of the optional members that are there
     */
    static void check(String where, Result result, Document document, Set<String> met) {
        Conformance conformance = new Conformance(where, result, met);
        document.write(conformance);
        for (Result.Member member : result.members()) {
            assertTrue(
                    member.presence().isOptional() || conformance.written.contains(member.name()),
                    () -> conformance.path(member.name()) + " is missing");
        }
    }

    /** The paths of the optional members of a declaration. */
    static Set<String> optional(String where, Result result) {
        Set<String> paths = new TreeSet<>();
        for (Result.Member member : result.members()) {
            String path = where + " " + member.name();
            if (member.presence() != Result.Presence.ALWAYS) {
                paths.add(path);
            }
            if (member.shape() instanceof Result.Many many) {
                paths.addAll(optional(path, many.item()));
            }
        }
        return paths;
    }

    @Override
    public void text(String name, String value) {
        value(name, value);
    }

    @Override
    public void number(String name, long value) {
        value(name, value);
    }

    @Override
    public void flag(String name, boolean value) {
        value(name, value);
    }

    @Override
    public void absent(String name) {
        Result.Presence presence = declared(name).presence();
        assertEquals(Result.Presence.NULLABLE, presence, () -> path(name) + " is null");
        met.add(path(name));
    }

    @Override
    public void object(String name, Document value) {
        value(name, Members.of(value));
    }

    @Override
    public void list(String name, List<? extends Document> values) {
        if (!(declared(name).shape() instanceof Result.Many many)) {
            throw new AssertionError(path(name) + " is declared to be no list");
        }
        values.forEach(value -> check(path(name), many.item(), value, met));
    }

    @Override
    public void texts(String name, List<String> values) {
        value(name, List.copyOf(values));
    }

    /** Not everybody sees it. */
    @Override
    public void textForReaders(String name, String value) {
        text(name, value);
        assertTrue(
                declaration(name).presence().isOptional(),
                () -> path(name) + " is not for everybody, but declared as always there");
    }

    private void value(String name, Object raw) {
        if (!(declared(name).shape() instanceof Result.Value value)) {
            throw new AssertionError(path(name) + " is declared to be a list");
        }
        assertTrue(
                value.type().read(name, raw) instanceof Read.Good<?>,
                () -> path(name) + " is declared not to be " + raw);
    }

    private Result.Member declared(String name) {
        assertTrue(written.add(name), () -> path(name) + " is written twice");
        Result.Member member = declaration(name);
        if (member.presence().isOptional()) {
            met.add(path(name));
        }
        return member;
    }

    private Result.Member declaration(String name) {
        return result.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path(name) + " is not declared"));
    }

    private String path(String name) {
        return where + " " + name;
    }
}
