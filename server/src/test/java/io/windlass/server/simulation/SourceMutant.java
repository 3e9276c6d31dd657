package io.windlass.server.simulation;

import io.windlass.server.it.Project;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongFunction;
import javax.tools.ToolProvider;

/**
 * A class of the product with a few words of its source changed: for bugs in the middle of it,
 * where nothing is lent and a hook would be there for tests only.
 *
 * @param source path of the file from the project's root
 * @param before what stands in it exactly once
 * @param after what is put there instead
 */
record SourceMutant(String source, String before, String after) {
    private static final String OURS = "io.windlass.";

    /** Simulations of the mutant in a class loader of its own; compiled into a directory. */
    LongFunction<Optional<String>> compileTo(Path directory) throws IOException {
        String text = Files.readString(Project.root().resolve(source));
        int at = text.indexOf(before);
        Violation.unless(
                at >= 0 && text.indexOf(before, at + 1) < 0,
                source + " has not exactly one: " + before);
        Path changed = directory.resolve(Path.of(source).getFileName());
        Files.writeString(changed, text.replace(before, after));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        String path = System.getProperty("java.class.path");
        String[] options = {
            "-proc:none", "-d", directory.toString(), "-cp", path, changed.toString()
        };
        int status = ToolProvider.getSystemJavaCompiler().run(null, errors, errors, options);
        Violation.unless(status == 0, errors.toString(StandardCharsets.UTF_8));
        return new Classes(directory).simulation();
    }

    /** The entrance to the mutant's classes, in which the JDK's alone are known outside. */
    public static final class Seeds implements LongFunction<Optional<String>> {
        @Override
        public Optional<String> apply(long seed) {
            return Simulation.run(seed, new Lending.Honest()).failure();
        }
    }

    /** All of Windlass once more, the changed classes among it. */
    private static final class Classes extends ClassLoader {
        private final Path changed;

        Classes(Path changed) {
            super(SourceMutant.class.getClassLoader());
            this.changed = changed;
        }

        @SuppressWarnings("unchecked")
        LongFunction<Optional<String>> simulation() {
            try {
                Class<?> seeds = loadClass(Seeds.class.getName());
                return (LongFunction<Optional<String>>) seeds.getConstructor().newInstance();
            } catch (ClassNotFoundException
                    | NoSuchMethodException
                    | InstantiationException
                    | IllegalAccessException
                    | InvocationTargetException e) {
                throw new Violation("the mutant does not load: " + e, e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                if (known != null) {
                    return known;
                }
                return name.startsWith(OURS) ? own(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream content = open(file).orElseThrow(ClassNotFoundException::new)) {
                byte[] bytes = content.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        private Optional<InputStream> open(String file) throws IOException {
            Path own = changed.resolve(file);
            return Files.exists(own)
                    ? Optional.of(Files.newInputStream(own))
                    : Optional.ofNullable(getParent().getResourceAsStream(file));
        }
    }
}
