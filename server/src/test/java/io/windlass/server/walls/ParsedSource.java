package io.windlass.server.walls;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source file as the compiler's own parser sees it, with the lines of its trees. */
record ParsedSource(Source source, CompilationUnitTree unit, SourcePositions positions) {

    /** All of them by one compiler, since a new one for each file takes longer than the files. */
    static List<ParsedSource> of(List<Source> sources) {
        List<Text> texts = sources.stream().map(source -> new Text(source.text())).toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, null, null, texts);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<ParsedSource> parsed = new ArrayList<>();
        try {
            // Parsed in the order in which they were given.
            for (CompilationUnitTree unit : task.parse()) {
                parsed.add(new ParsedSource(sources.get(parsed.size()), unit, positions));
            }
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lines the tree covers, from its first modifier to its closing brace. */
    long lines(Tree tree) {
        return line(positions.getEndPosition(unit, tree)) - firstLine(tree) + 1;
    }

    String place(Tree tree) {
        return source.place(firstLine(tree));
    }

    private long firstLine(Tree tree) {
        return line(positions.getStartPosition(unit, tree));
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    /** A source in memory; the parser does not mind that the name differs. */
    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("string:///Source.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
