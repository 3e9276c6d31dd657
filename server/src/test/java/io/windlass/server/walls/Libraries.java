package io.windlass.server.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The libraries and the only places that may name them; a library not listed is free. */
final class Libraries {

    private final String root;

    Libraries(String root) {
        this.root = root;
    }

    List<Wall> walls() {
        return List.of(
                library("MicroRaft", List.of("io.microraft"), "kernel.raft"),
                library("Chronicle", List.of("net.openhft"), "edge.disk", "perf"),
                library("Vert.x", List.of("io.vertx"), "edge", "server", "perf"),
                library("Netty", List.of("io.netty"), "edge", "server", "perf"),
                library("Jackson", List.of("com.fasterxml.jackson"), "edge", "server"),
                library(
                        "Hazelcast",
                        List.of("com.hazelcast", "io.vertx.spi.cluster.hazelcast"),
                        "edge.hazelcast"),
                library("Kafka", List.of("org.apache.kafka", "io.vertx.kafka"), "edge.kafka"),
                library("Redis", List.of("io.vertx.redis"), "edge.redis"));
    }

    /** Whether a class is on the class path of the server. */
    static boolean isPresent(String className) {
        try {
            Class.forName(className, false, Libraries.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    private Wall library(String name, List<String> packages, String... homes) {
        String[] allowed = Stream.of(homes).map(home -> root + "." + home).toArray(String[]::new);
        Predicate<JavaClass> elsewhere = Code.in(allowed).negate();
        return Wall.againstNaming(
                name + " is named only in " + String.join(", ", homes),
                "a port of kernel that " + homes[0] + " implements",
                elsewhere,
                type -> packages.stream().anyMatch(place -> Code.isWithin(type, place)));
    }
}
