package io.windlass.server.walls;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One rule about compiled classes: its name, what to do instead, and how its breaches are found.
 */
record Wall(String name, String instead, Function<JavaClasses, Stream<String>> finder) {

    /** A wall that forbids the classes in scope to name certain classes, given by full name. */
    static Wall againstNaming(
            String name, String instead, Predicate<JavaClass> scope, Predicate<String> forbidden) {
        return perClass(
                name,
                instead,
                scope,
                type ->
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(d -> forbidden.test(bareName(d.getTargetClass())))
                                .map(d -> d.getDescription()));
    }

    /** A wall that forbids the classes in scope to use certain methods, constructors or fields. */
    static Wall againstUsing(
            String name,
            String instead,
            Predicate<JavaClass> scope,
            Predicate<AccessTarget> forbidden) {
        return perClass(
                name,
                instead,
                scope,
                type ->
                        type.getAccessesFromSelf().stream()
                                .filter(access -> forbidden.test(access.getTarget()))
                                .map(access -> access.getDescription()));
    }

    /** A wall that looks at each class in scope by itself. */
    static Wall perClass(
            String name,
            String instead,
            Predicate<JavaClass> scope,
            Function<JavaClass, Stream<String>> finder) {
        return new Wall(name, instead, classes -> classes.stream().filter(scope).flatMap(finder));
    }

    /** Every place that breaks this wall, with its cure; empty if it stands. */
    List<String> breaches(JavaClasses classes) {
        return finder.apply(classes).map(place -> place + "\n    instead: " + instead).toList();
    }

    /** The name of a class, or of what an array holds. */
    static String bareName(JavaClass type) {
        return type.getBaseComponentType().getFullName();
    }
}
