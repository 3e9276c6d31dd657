package io.windlass.server.simulation;

import io.windlass.kernel.archive.DamagedArchiveException;
import io.windlass.kernel.log.DamagedLogException;
import io.windlass.kernel.simulation.SimulatedDisk;
import io.windlass.kernel.simulation.SimulatedDisk.Space;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a partition may blame when it stops or refuses: an injected error, a disk without space,
 * damage that it names.
 */
final class Excuses {
    private static final String INJECTED = "simulated input/output error";
    private static final String NO_SPACE = "no space";

    /** How long a change of the space may stay unnoticed: a look, and the loops on the way. */
    private static final long NOTICE_NANOS = Scheduler.SECOND;

    private final Scheduler scheduler;
    private final SimulatedDisk disk;
    private final TreeSet<String> named = new TreeSet<>();
    private Space space = Space.ENOUGH;
    private long since = -NOTICE_NANOS;

    Excuses(Scheduler scheduler, SimulatedDisk disk) {
        this.scheduler = scheduler;
        this.disk = disk;
    }

    /** Lets the disk have so much space from now on. */
    void space(Space left) {
        disk.space(left);
        space = left;
        since = scheduler.now();
    }

    /** True if the disk has no space, or had none a moment ago. */
    boolean isFull() {
        return space != Space.ENOUGH || changedLately();
    }

    /** A partition of a process that began at {@code birth} has stopped. */
    void stopped(Throwable cause, long birth) {
        String what = String.valueOf(cause.getMessage());
        boolean excused =
                what.startsWith(INJECTED)
                        || (what.startsWith(NO_SPACE) && mayRunOut(birth))
                        || (tellsDamage(cause) && isDamage(what));
        if (!excused) {
            throw new Violation("the partition has stopped without a fault: " + cause, cause);
        }
    }

    /** A snapshot or a file of old rows could not be written. */
    void notWritten(Exception cause) {
        String what = String.valueOf(cause.getMessage());
        boolean excused =
                what.startsWith(INJECTED)
                        || (what.startsWith(NO_SPACE) && isFull())
                        || (tellsDamage(cause) && isDamage(what));
        if (!excused) {
            throw new Violation("a file was not written without a fault: " + cause, cause);
        }
    }

    /** What was named as damaged is put back from a backup. */
    void repairWhatWasNamed() {
        named.forEach(disk::repair);
        named.clear();
    }

    /**
     * Whoever sees the disk fill up stops in time; there is no way out when it fills up suddenly,
     * was full at the start, or has nothing left for what is small.
     */
    private boolean mayRunOut(long birth) {
        boolean suddenly = changedLately() || birth >= since;
        return isFull() && (suddenly || space == Space.EXHAUSTED);
    }

    private boolean changedLately() {
        return scheduler.now() - since <= NOTICE_NANOS;
    }

    private static boolean tellsDamage(Throwable cause) {
        return cause instanceof DamagedLogException || cause instanceof DamagedArchiveException;
    }

    private boolean isDamage(String what) {
        Optional<String> file =
                disk.damaged().stream().filter(path -> isNamed(path, what)).findFirst();
        file.ifPresent(named::add);
        return file.isPresent();
    }

    private static boolean isNamed(String path, String what) {
        return what.contains("in file " + path + " at offset ")
                || what.contains("the file " + path + " is missing");
    }
}
