package io.windlass.kernel.feature.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method with a {@code long} parameter once for each of some seeds, always the same.
 *
 * <p>{@code -Dseed=N} runs only seed N, {@code -Dwindlass.seeds=K} multiplies the count by K. A
 * failing seed is printed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(SeedsExtension.class)
public @interface Seeds {
    /** How many seeds. */
    int value();
}
