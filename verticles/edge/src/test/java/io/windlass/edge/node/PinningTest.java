package io.windlass.edge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PinningTest {
    @Test
    void listOfProcessorsIsReadAsTheKernelWritesIt() {
        assertEquals(List.of(0, 1, 2, 3, 8), Pinning.numbers("0-3,8"));
        assertEquals(List.of(5), Pinning.numbers("5"));
    }

    @Test
    void nothingIsBoundWhereItIsOff() {
        assertEquals(Optional.empty(), Pinning.off().bind());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void threadMayRunOnItsProcessorOnly() {
        CompletableFuture<String> allowed = new CompletableFuture<>();
        CompletableFuture<Optional<Integer>> bound = new CompletableFuture<>();
        new Thread(
                        () -> {
                            bound.complete(Pinning.on().bind());
                            allowed.complete(allowedHere());
                        })
                .start();
        assertTrue(bound.join().isPresent());
        assertEquals(Integer.toString(bound.join().get()), allowed.join());
    }

    private static String allowedHere() {
        try (var lines = Files.lines(Path.of("/proc/thread-self/status"))) {
            return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
