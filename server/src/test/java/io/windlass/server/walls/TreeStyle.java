package io.windlass.server.walls;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of style that need to know what is a class and what a method. */
final class TreeStyle {

    private static final int METHOD_LINES_MAX = 60;

    private static final Pattern EMPTY_NAME =
            Pattern.compile("Abstract.*|.*(Impl|Util|Utils|Helper|Manager)");

    private TreeStyle() {}

    static List<Style> rules() {
        return List.of(
                new Style(
                        "at most " + METHOD_LINES_MAX + " lines a method",
                        "branches in the parent, the leaves in methods of their own",
                        sources -> find(sources, TreeStyle::longMethods)),
                new Style(
                        "no empty names: Abstract-, -Impl, -Util(s), -Helper, -Manager",
                        "the name of what it is or does",
                        sources -> find(sources, TreeStyle::emptyNames)));
    }

    private static Stream<String> find(
            List<Source> sources, Function<ParsedSource, Stream<String>> finder) {
        return ParsedSource.of(sources).stream().flatMap(finder);
    }

    private static Stream<String> longMethods(ParsedSource parsed) {
        List<String> places = new ArrayList<>();
        new TreeScanner<Void, List<String>>() {
            @Override
            public Void visitMethod(MethodTree method, List<String> found) {
                if (parsed.lines(method) > METHOD_LINES_MAX) {
                    found.add(parsed.place(method) + " " + method.getName());
                }
                return super.visitMethod(method, found);
            }
        }.scan(parsed.unit(), places);
        return places.stream();
    }

    private static Stream<String> emptyNames(ParsedSource parsed) {
        List<String> places = new ArrayList<>();
        new TreeScanner<Void, List<String>>() {
            @Override
            public Void visitClass(ClassTree type, List<String> found) {
                if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
                    found.add(parsed.place(type) + " " + type.getSimpleName());
                }
                return super.visitClass(type, found);
            }
        }.scan(parsed.unit(), places);
        return places.stream();
    }
}
