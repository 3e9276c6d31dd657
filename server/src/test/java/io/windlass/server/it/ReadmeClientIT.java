package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's Java program compiles, and does to the real server what the README says. */
class ReadmeClientIT {
    private static final Pattern PROGRAM =
            Pattern.compile("```java\n(.*?class (\\w+) .*?)```", Pattern.DOTALL);
    private static final String ADDRESS = "\"localhost\", 7070";

    @TempDir private Path directory;

    @Test
    void theProgramMovesMoney() throws Exception {
        Matcher program = PROGRAM.matcher(Files.readString(Project.root().resolve("README.md")));
        assertTrue(program.find(), "where is the program?");
        assertTrue(program.group(1).contains(ADDRESS), "it connects to " + ADDRESS);
        try (RunningServer server = Launch.on(directory.resolve("data")).startReady()) {
            Client http = server.client();
            http.put("/v1/accounts/bank", Bodies.account("external")).expect(201);
            http.put("/v1/accounts/alice", Bodies.account("customer")).expect(201);
            String port = http.get("/v1/info").expect(200).at("/binary_port");
            String name = program.group(2);
            Path source = directory.resolve(name + ".java");
            Files.writeString(source, program.group(1).replace(ADDRESS, "\"127.0.0.1\", " + port));
            compile(source);
            run(name);
            http.get("/v1/accounts/alice").expect(200).has("/posted", "25.00");
        }
    }

    private void compile(Path source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        int code =
                compiler.run(
                        null,
                        words,
                        words,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        directory.toString(),
                        source.toString());
        assertEquals(0, code, () -> words.toString(StandardCharsets.UTF_8));
    }

    /** Its main method returns when it is over. */
    private void run(String name) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        URL[] place = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) null);
        } finally {
            System.setOut(before);
        }
        assertEquals("alice has 2500 cents", printed.toString(StandardCharsets.UTF_8).strip());
    }
}
