package io.windlass.server.walls;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the code below the edge may not touch: with it the same log would give another state on
 * another machine or another day.
 */
final class Determinism {

    /** The signatures of the consensus library ask for these two. */
    private static final Set<String> TYPES_OF_THE_RAFT_LIBRARY =
            Set.of("java.util.concurrent.TimeUnit", "java.util.concurrent.CompletableFuture");

    private static final Set<String> THREADS =
            Set.of(
                    "java.lang.Thread",
                    "java.lang.ThreadLocal",
                    "java.lang.InheritableThreadLocal",
                    "java.util.Timer");

    private final String root;
    private final Predicate<JavaClass> rules;
    private final Predicate<JavaClass> raft;

    Determinism(String root) {
        this.root = root;
        Predicate<JavaClass> exempt = Code.in(root + ".base.meter", root + ".kernel.port");
        this.rules =
                Code.in(root + ".base", root + ".kernel", root + ".features").and(exempt.negate());
        this.raft = Code.in(root + ".kernel.raft");
    }

    List<Wall> walls() {
        return List.of(
                uses("no clock", "the Moment that decide is given", Ambient::isClock),
                Wall.againstUsing(
                        "no chance",
                        "ids and numbers from the command or frame",
                        rules.and(raft.negate()),
                        Ambient::isChance),
                Wall.againstUsing(
                        "kernel.raft draws no chance of its own",
                        "the Random that the library asks for, seeded from the lent Entropy",
                        rules.and(raft),
                        target -> Ambient.isChance(target) && !Ambient.isSeeded(target)),
                uses("no platform mathematics", "StrictMath", Ambient::isPlatformMathematics),
                uses("no locale", "the overload that takes Locale.ROOT", Ambient::isLocale),
                uses(
                        "no time zone",
                        "evaluate calendars in edge, log the instant",
                        Ambient::isZone),
                names("no thread", "the partition's loop, or a port of kernel", THREADS::contains),
                names("no file", "the Disk port", Determinism::isFile),
                names("no socket", "a port of kernel", name -> Code.isWithin(name, "java.net")),
                names("no currency data", "the logged table", "java.util.Currency"::equals),
                Wall.againstNaming(
                        "no concurrency",
                        "one loop owns the state: plain collections and values",
                        rules.and(raft.negate()),
                        Determinism::isConcurrency),
                Wall.againstNaming(
                        "kernel.raft uses no concurrency but the library's own types",
                        "TimeUnit and CompletableFuture at the library's border only",
                        rules.and(raft),
                        name -> isConcurrency(name) && !TYPES_OF_THE_RAFT_LIBRARY.contains(name)),
                Wall.perClass(
                        "no floating point in money",
                        "long minor units",
                        Code.in(root + ".features.wallet"),
                        Determinism::floatingPoint));
    }

    private Wall uses(String name, String instead, Predicate<AccessTarget> forbidden) {
        return Wall.againstUsing(name, instead, rules, forbidden);
    }

    private Wall names(String name, String instead, Predicate<String> forbidden) {
        return Wall.againstNaming(name, instead, rules, forbidden);
    }

    private static boolean isConcurrency(String name) {
        return Code.isWithin(name, "java.util.concurrent");
    }

    /** Covers File, FileInputStream, FileReader and the like as well. */
    private static boolean isFile(String name) {
        return name.startsWith("java.io.File")
                || name.equals("java.io.RandomAccessFile")
                || Code.isWithin(name, "java.nio.file")
                || Code.isWithin(name, "java.nio.channels");
    }

    private static Stream<String> floatingPoint(JavaClass type) {
        Stream<String> fields =
                type.getFields().stream()
                        .filter(field -> isFloating(field.getRawType()))
                        .map(JavaField::getDescription);
        Stream<String> signatures =
                type.getCodeUnits().stream()
                        .filter(
                                unit ->
                                        isFloating(unit.getRawReturnType())
                                                || unit.getRawParameterTypes().stream()
                                                        .anyMatch(Determinism::isFloating))
                        .map(unit -> unit.getDescription());
        return Stream.concat(fields, signatures);
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                .contains(Wall.bareName(type));
    }
}
