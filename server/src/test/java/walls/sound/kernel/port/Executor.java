package walls.sound.kernel.port;

import java.util.concurrent.Callable;

/** Ports may name what their implementations need. */
public interface Executor {

    void execute(Callable<?> task);
}
