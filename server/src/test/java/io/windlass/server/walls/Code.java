package io.windlass.server.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The compiled classes that the walls look at. */
final class Code {

    static final String ROOT = "io.windlass";

    /** A module is a directory in a test run and a jar in a full build. */
    private static final ImportOption MAIN_CODE = Code::isMainCode;

    private Code() {}

    /** The production classes of every module on the class path of the server. */
    static JavaClasses ofWindlass() {
        return new ClassFileImporter().withImportOption(MAIN_CODE).importPackages(ROOT);
    }

    /** A tree of classes made for the tests of the walls. */
    static JavaClasses ofPackage(String name) {
        return new ClassFileImporter().importPackages(name);
    }

    /** Whether a class lives in one of the packages or below it. */
    static Predicate<JavaClass> in(String... packages) {
        return type ->
                Stream.of(packages).anyMatch(place -> isWithin(type.getPackageName(), place));
    }

    /** Whether a package or class name is the place itself or lies below it. */
    static boolean isWithin(String name, String place) {
        return name.equals(place) || name.startsWith(place + ".");
    }

    private static boolean isMainCode(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
}
