package io.windlass.kernel.feature.contract;

import io.windlass.base.wire.Hashes;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Lends the seeds of {@link Seeds} to its method, one run for each. */
final class SeedsExtension implements TestTemplateInvocationContextProvider {
    private static final String ONE_SEED = "seed";
    private static final String MULTIPLIER = "windlass.seeds";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestMethod().isAnnotationPresent(Seeds.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
            ExtensionContext context) {
        Long only = Long.getLong(ONE_SEED);
        if (only != null) {
            return Stream.of(new Run(only));
        }
        int count = context.getRequiredTestMethod().getAnnotation(Seeds.class).value();
        // Mixed, because the first draws of java.util.Random hardly differ for 1, 2, 3.
        return LongStream.rangeClosed(1, count * Long.getLong(MULTIPLIER, 1L))
                .map(Hashes::mix)
                .mapToObj(Run::new);
    }

    private record Run(long seed) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return "seed " + seed;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new SeedParameter(seed), new Telling(seed));
        }
    }

    private record SeedParameter(long seed) implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == long.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return seed;
        }
    }

    private record Telling(long seed) implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
                throws Throwable {
            System.err.printf(
                    "%s failed with seed %d; run it again with -Dseed=%d%n",
                    context.getRequiredTestMethod().getName(), seed, seed);
            throw thrown;
        }
    }
}
