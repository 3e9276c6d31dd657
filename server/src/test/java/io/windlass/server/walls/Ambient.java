package io.windlass.server.walls;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.util.Set;

/** Recognizes the methods of the JDK whose result depends on the machine or the day. */
final class Ambient {

    /** Unlike the four operations and the square root, these may differ between processors. */
    private static final Set<String> PLATFORM_MATHEMATICS =
            Set.of(
                    "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh",
                    "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

    private static final Set<String> RANDOM_SOURCES =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

    private Ambient() {}

    static boolean isClock(AccessTarget target) {
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.util.Date" -> isConstructor(target) && parameters(target) == 0;
            case "java.util.Calendar" -> name.equals("getInstance");
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    static boolean isChance(AccessTarget target) {
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        return switch (owner) {
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.lang.System" -> name.equals("identityHashCode");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.concurrent.ThreadLocalRandom" -> true;
            default -> RANDOM_SOURCES.contains(owner) && isConstructor(target);
        };
    }

    /** A generator whose whole sequence follows from the seed it is given. */
    static boolean isSeeded(AccessTarget target) {
        return target.getOwner().isEquivalentTo(java.util.Random.class)
                && isConstructor(target)
                && parameters(target) == 1;
    }

    static boolean isPlatformMathematics(AccessTarget target) {
        return target.getOwner().isEquivalentTo(Math.class)
                && PLATFORM_MATHEMATICS.contains(target.getName());
    }

    static boolean isLocale(AccessTarget target) {
        String name = target.getName();
        if (target.getOwner().isEquivalentTo(java.util.Locale.class)) {
            return name.equals("getDefault");
        }
        if (!target.getOwner().isEquivalentTo(String.class)) {
            return false;
        }
        return switch (name) {
            case "format" -> parameters(target) == 2;
            case "formatted" -> true;
            case "toLowerCase", "toUpperCase" -> parameters(target) == 0;
            default -> false;
        };
    }

    static boolean isZone(AccessTarget target) {
        String owner = target.getOwner().getFullName();
        String name = target.getName();
        return switch (owner) {
            case "java.time.ZoneId" -> name.equals("systemDefault");
            case "java.util.TimeZone" -> name.equals("getDefault");
            default -> false;
        };
    }

    private static boolean isConstructor(AccessTarget target) {
        return target.getName().equals("<init>");
    }

    private static int parameters(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget unit ? unit.getRawParameterTypes().size() : 0;
    }
}
