package io.windlass.kernel.simulation;

import io.windlass.base.check.Invariant;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.DiskDraft;
import io.windlass.kernel.port.DiskFile;
import io.windlass.kernel.port.DiskPath;
import io.windlass.kernel.port.DiskReader;
import io.windlass.kernel.port.Entropy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A disk in memory that does its worst within the contract of {@link Disk}, the same for the same
 * seed.
 *
 * <p>A power failure ({@link #crash}) keeps any subset of the unsynced 512-byte sectors, in any
 * order, and either side of a name that was not yet synced. A failed sync drops sectors in the same
 * way without a word, and the next one succeeds: whoever retries loses data. One thread uses it.
 */
public final class SimulatedDisk implements Disk {
    private final Entropy entropy;
    private final TreeMap<String, Sectors> names = new TreeMap<>();

    /** For each name bound since its directory was synced: what a crash may bring back. */
    private final TreeMap<String, Optional<Sectors>> unsyncedNames = new TreeMap<>();

    private final Set<String> open = new HashSet<>();
    private final Map<Operation, Integer> faults = new EnumMap<>(Operation.class);
    private StepHook hook = what -> {};

    /** Files that were lost at rest, to be found again in a backup. */
    private final TreeMap<String, Sectors> lost = new TreeMap<>();

    private Space space = Space.ENOUGH;
    private long firstPart = Long.MAX_VALUE;
    private boolean running = true;
    private int life;

    /** An empty disk whose accidents are drawn from {@code entropy}. */
    public SimulatedDisk(Entropy entropy) {
        this.entropy = entropy;
    }

    /** The calls that can be made to fail. */
    public enum Operation {
        CREATE,
        REPLACE,
        WRITE,
        SYNC
    }

    /** How much space there is. */
    public enum Space {
        /** Enough for everything. */
        ENOUGH,
        /** None for new or growing files; the last of it is left for what is small. */
        FULL,
        /** None at all. */
        EXHAUSTED
    }

    /** Called before each change of the medium; may call {@link #crash} or {@link #kill}. */
    @FunctionalInterface
    public interface StepHook {
        /** Told what comes next, for example {@code sync log/1/000001.log}. */
        void beforeStep(String what);
    }

    /** Sets what is called before each step; a crash in there makes the step not happen. */
    public void beforeStep(StepHook hook) {
        this.hook = hook;
    }

    /** Leaves no space for new files, or gives it back; what has its space can be written. */
    public void full(boolean noSpace) {
        space(noSpace ? Space.FULL : Space.ENOUGH);
    }

    /** Says how much space there is from now on. */
    public void space(Space left) {
        space = left;
    }

    /** Gives new files so much of their space at first; the rest comes when it is needed. */
    public void fillsFirst(long bytes) {
        firstPart = bytes;
    }

    /** All files, sorted. */
    public List<String> paths() {
        return List.copyOf(names.keySet());
    }

    /** What is in a file, lost ones as well, and which of its bytes are damaged. */
    public Content content(String path) {
        Sectors content = names.containsKey(path) ? names.get(path) : lost.get(path);
        byte[] bytes = new byte[(int) content.bytes()];
        content.read(0, ByteBuffer.wrap(bytes), bytes.length);
        return new Content(bytes, content.damage(), !names.containsKey(path));
    }

    /**
     * What is in a file.
     *
     * @param bytes as they are now
     * @param damage what stood at damaged offsets before
     * @param isLost true if the file is not there
     */
    public record Content(byte[] bytes, SortedMap<Long, Byte> damage, boolean isLost) {
        /** The bytes as they were before the damage. */
        public byte[] before() {
            byte[] before = bytes.clone();
            damage.forEach((at, old) -> before[Math.toIntExact(at)] = old);
            return before;
        }

        /** True if a byte of this range is damaged. */
        public boolean isDamaged(long from, long until) {
            return !damage.subMap(from, until).isEmpty();
        }
    }

    /** Turns over the bits of one byte, wherever it is kept. */
    public void flip(String path, long offset, int mask) {
        names.get(path).flip(offset, mask);
    }

    /** Loses a file that nobody has open. */
    public void lose(String path) {
        Invariant.hold(!open.contains(path), "a file that is open was to be lost: " + path);
        unsyncedNames.remove(path);
        lost.put(path, names.remove(path));
    }

    /** The files that have turned bits nobody has overwritten, and those that are lost. */
    public Set<String> damaged() {
        Set<String> damaged = new TreeSet<>(lost.keySet());
        damaged.removeAll(names.keySet());
        names.forEach(
                (path, content) -> {
                    if (content.isDamaged()) {
                        damaged.add(path);
                    }
                });
        return damaged;
    }

    /** Puts a damaged file back as it was, as from a backup. */
    public void repair(String path) {
        Optional.ofNullable(lost.remove(path)).ifPresent(found -> names.putIfAbsent(path, found));
        Optional.ofNullable(names.get(path)).ifPresent(Sectors::repair);
    }

    /** Lets the {@code nth} call from now (1 is the next one) fail with an I/O error. */
    public void fail(Operation operation, int nth) {
        Invariant.hold(nth >= 1, "calls are counted from 1");
        faults.put(operation, nth);
    }

    /**
     * A power failure: what was not synced settles at random, and everything fails until {@link
     * #restart}; open files fail for ever.
     */
    public void crash() {
        kill();
        names.values().forEach(content -> content.settle(entropy));
        unsyncedNames.forEach(this::settleName);
        unsyncedNames.clear();
    }

    /** The end of the process only: what was written stays, synced or not, until a later crash. */
    public void kill() {
        life++;
        running = false;
        open.clear();
        faults.clear();
    }

    /** Lets a new process use the disk. */
    public void restart() {
        running = true;
    }

    @Override
    public List<String> list(String directory) throws IOException {
        check(life);
        String start = DiskPath.directory(directory).isEmpty() ? "" : directory + "/";
        List<String> found = new ArrayList<>();
        for (String path : names.keySet()) {
            if (path.startsWith(start) && path.indexOf('/', start.length()) < 0) {
                found.add(path.substring(start.length()));
            }
        }
        return found;
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        check(life);
        Sectors content = names.get(DiskPath.file(path));
        if (content == null) {
            return Optional.empty();
        }
        step("sync the name of " + path);
        unsyncedNames.remove(path);
        byte[] bytes = new byte[(int) content.bytes()];
        content.read(0, ByteBuffer.wrap(bytes), bytes.length);
        return Optional.of(bytes);
    }

    @Override
    public void replace(String path, byte[] bytes) throws IOException {
        DiskPath.file(path);
        step("write the new " + path);
        if (space == Space.EXHAUSTED) {
            throw noSpace(path);
        }
        boolean failing = failsNow(Operation.REPLACE);
        if (failing && entropy.next() < 0) {
            throw failure("replace " + path);
        }
        Sectors content = new Sectors(bytes.length, bytes.length);
        content.write(0, ByteBuffer.wrap(bytes));
        content.sync();
        step("rename the new " + path);
        bind(path, content);
        if (failing) {
            throw failure("replace " + path);
        }
        step("sync the name of " + path);
        unsyncedNames.remove(path);
    }

    @Override
    public DiskDraft draft(String path, long bytes) throws IOException {
        check(life);
        return new SimulatedDraft(this, path);
    }

    @Override
    public DiskFile create(String path, long bytes) throws IOException {
        Invariant.hold(bytes > 0, "a file of no bytes");
        check(life);
        if (names.containsKey(DiskPath.file(path))) {
            throw new FileAlreadyExistsException(path);
        }
        if (space != Space.ENOUGH) {
            throw noSpace(path);
        }
        step("create " + path);
        boolean failing = failsNow(Operation.CREATE);
        if (failing && entropy.next() < 0) {
            throw failure("create " + path);
        }
        Sectors content = new Sectors(bytes, firstPart);
        bind(path, content);
        if (failing) {
            throw failure("create " + path);
        }
        step("sync the name of " + path);
        unsyncedNames.remove(path);
        return opened(path, content);
    }

    @Override
    public DiskFile open(String path) throws IOException {
        check(life);
        Sectors content = names.get(DiskPath.file(path));
        if (content == null) {
            throw new NoSuchFileException(path);
        }
        if (open.contains(path)) {
            throw new IOException("the file " + path + " is open already");
        }
        step("open " + path);
        content.sync();
        unsyncedNames.remove(path);
        return opened(path, content);
    }

    @Override
    public void delete(String path) throws IOException {
        check(life);
        Sectors content = names.get(DiskPath.file(path));
        if (content == null) {
            return;
        }
        Invariant.hold(!open.contains(path), "a file that is open was to be removed: " + path);
        step("remove " + path);
        names.remove(path);
        unsyncedNames.putIfAbsent(path, Optional.of(content));
        step("sync the name of " + path);
        unsyncedNames.remove(path);
    }

    @Override
    public boolean hasRoom(long bytes) throws IOException {
        check(life);
        return space == Space.ENOUGH;
    }

    @Override
    public DiskReader reader(String path) throws IOException {
        check(life);
        Sectors content = names.get(DiskPath.file(path));
        if (content == null) {
            throw new NoSuchFileException(path);
        }
        return new SimulatedFile(this, path, content, life, () -> {});
    }

    /** Names the next change of the medium and lets the simulator crash before it. */
    void step(String what) throws IOException {
        int before = life;
        check(before);
        hook.beforeStep(what);
        check(before);
    }

    /** Throws if the process that began in this life is dead. */
    void check(int since) throws IOException {
        if (!isAlive(since)) {
            throw new IOException("the process that used this disk is dead");
        }
    }

    boolean isAlive(int since) {
        return running && life == since;
    }

    /** Counts a call down and says whether it is the one to fail. */
    boolean failsNow(Operation operation) {
        int left = faults.getOrDefault(operation, 0);
        if (left > 1) {
            faults.put(operation, left - 1);
        } else {
            faults.remove(operation);
        }
        return left == 1;
    }

    /** Gives a file space up to an offset, if there is some. */
    boolean fills(Sectors content, long end) {
        if (end > content.filled() && space != Space.ENOUGH) {
            return false;
        }
        content.fill(end);
        return true;
    }

    static IOException noSpace(String path) {
        return new IOException("no space left for " + path);
    }

    static IOException failure(String what) {
        return new IOException("simulated input/output error: " + what);
    }

    Entropy entropy() {
        return entropy;
    }

    private DiskFile opened(String path, Sectors content) {
        open.add(path);
        return new SimulatedFile(this, path, content, life, () -> open.remove(path));
    }

    private void bind(String path, Sectors content) {
        Optional<Sectors> before = Optional.ofNullable(names.put(path, content));
        unsyncedNames.putIfAbsent(path, before);
    }

    private void settleName(String path, Optional<Sectors> before) {
        if (entropy.next() < 0) {
            before.ifPresentOrElse(old -> names.put(path, old), () -> names.remove(path));
        }
    }
}
