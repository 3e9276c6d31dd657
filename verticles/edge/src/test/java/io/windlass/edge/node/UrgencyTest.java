package io.windlass.edge.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class UrgencyTest {
    private static final String USUAL = "0";
    private static final String FIFO = "1";

    /** In proc_pid_stat(5). */
    private static final int POLICY = 41;

    @Test
    @EnabledOnOs(OS.LINUX)
    void threadIsUrgentIfItMayBeAndTheThreadsItMakesAreNot() {
        CompletableFuture<Boolean> raised = new CompletableFuture<>();
        CompletableFuture<String> own = new CompletableFuture<>();
        CompletableFuture<String> made = new CompletableFuture<>();
        new Thread(
                        () -> {
                            raised.complete(Urgency.raise());
                            own.complete(policyHere());
                            new Thread(() -> made.complete(policyHere())).start();
                        })
                .start();
        assertEquals(raised.join() ? FIFO : USUAL, own.join());
        assertEquals(USUAL, made.join());
    }

    private static String policyHere() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return stat.substring(stat.lastIndexOf(')')).split(" ", -1)[POLICY - 2];
        } catch (IOException e) {
            return e.toString();
        }
    }
}
