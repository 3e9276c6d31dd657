package io.windlass.server.restart;

import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.feature.contract.ReadRequest;
import io.windlass.kernel.log.LogReader;
import io.windlass.kernel.log.LogSettings;
import io.windlass.kernel.partition.Limits;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.PartitionObserver;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.port.Disk;
import io.windlass.kernel.port.World;
import io.windlass.kernel.raft.RaftConsensus;
import io.windlass.kernel.raft.RaftSettings;
import io.windlass.server.Features;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** One partition with all features on a disk that outlives it. */
public final class Machine implements PartitionObserver {
    static final int SEGMENT_BYTES = 1 << 20;

    private final List<Feature<?>> features = Features.all();
    private final VirtualTime time = new VirtualTime();
    private final Random random = new Random(5);
    private final Disk disk;
    private final Limits.State state;
    private final List<String> notes = new ArrayList<>();
    private Partition partition;
    private SharedTable shared;
    private boolean ready;
    private boolean failed;

    /** One that has not been started. */
    public Machine(Disk disk, Limits.State state) {
        this.disk = disk;
        this.state = state;
    }

    /** A new process on the disk; returns when it serves, or has failed. */
    public Machine boot() {
        time.clear();
        notes.clear();
        ready = false;
        failed = false;
        World world = new World(disk, time, random::nextLong, time, time, time);
        LogSettings log =
                new LogSettings(
                        "partitions/1", 1, SEGMENT_BYTES, SEGMENT_BYTES / 8, SEGMENT_BYTES / 4);
        partition =
                new Partition(
                        1,
                        features,
                        world,
                        new RaftConsensus(world, new RaftSettings("1", log, 40)),
                        new LogReader(disk, log),
                        limits(),
                        this);
        partition.start();
        time.until(() -> ready || failed);
        return this;
    }

    /** Calls {@code PUT /v1/...} with names and values of fields, and waits for the reply. */
    public Reply call(String endpoint, Object... fields) {
        List<Reply> replies = new ArrayList<>();
        begin(replies::add, endpoint, fields);
        time.until(() -> !replies.isEmpty() || failed);
        if (replies.isEmpty()) {
            throw new AssertionError("the partition has failed: " + notes);
        }
        return replies.get(0);
    }

    /** Makes a call without waiting. */
    void begin(Consumer<Reply> onReply, String endpoint, Object... fields) {
        Map<String, Object> raw = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            raw.put((String) fields[i], fields[i + 1]);
        }
        begin(features.get(0), endpoint, raw, onReply);
    }

    Reply open(String account, String kind) {
        return open(account, kind, "USD");
    }

    /** Opens an account and waits for the reply. */
    public Reply open(String account, String kind, String currency) {
        return call(
                "PUT /v1/accounts/{account_id}",
                "account_id",
                account,
                "kind",
                kind,
                "currency",
                currency);
    }

    Reply transfer(String id, String from, String to) {
        return call("POST /v1/transfers", transferFields(id, from, to));
    }

    static Object[] transferFields(String id, String from, String to) {
        return new Object[] {
            "from_account",
            from,
            "to_account",
            to,
            "amount",
            "1.00",
            "currency",
            "USD",
            "transaction_id",
            id
        };
    }

    Limits limits() {
        Limits usual = Limits.DEFAULT;
        return new Limits(1_000, 100, SEGMENT_BYTES / 16, 2, usual.waitNanos(), state);
    }

    /** What it runs. */
    public Partition partition() {
        return partition;
    }

    VirtualTime time() {
        return time;
    }

    /** Decides what was submitted, and runs on until a condition holds. */
    public void runUntil(BooleanSupplier condition) {
        time.execute(partition::tick);
        time.until(condition);
    }

    /** What its partition hosts. */
    public List<Feature<?>> features() {
        return features;
    }

    /** What edges know. */
    public SharedTable shared() {
        return shared;
    }

    /** What was told since the boot. */
    List<String> notes() {
        return notes;
    }

    Optional<String> note(String beginning) {
        return notes.stream().filter(note -> note.startsWith(beginning)).findFirst();
    }

    boolean hasFailed() {
        return failed;
    }

    @Override
    public void restored(long sequence, long bytes, long nanos) {
        notes.add("restored " + sequence);
    }

    @Override
    public void snapshotMade(long sequence, long bytes, long nanos) {
        notes.add("made " + sequence + " of " + bytes);
    }

    @Override
    public void snapshotFailed(long sequence, Exception why) {
        notes.add("snapshot failed " + sequence + " " + why.getMessage());
    }

    @Override
    public void sealed(int rows, long sequence, long nanos) {
        notes.add("sealed " + rows + " up to " + sequence);
    }

    @Override
    public void sealingFailed(Exception why) {
        notes.add("sealing failed " + why.getMessage());
    }

    @Override
    public void room(boolean enough) {
        notes.add("room " + enough);
    }

    @Override
    public void recovering(long index, long commitIndex) {}

    @Override
    public void recovered(long frames, long events) {
        notes.add("replayed " + events);
    }

    @Override
    public void ready() {
        ready = true;
    }

    @Override
    public void published(SharedTable table) {
        shared = table;
    }

    @Override
    public void committed(int events, long nanos) {}

    @Override
    public void failed(Throwable cause) {
        notes.add("failed " + cause);
        failed = true;
    }

    private <S> void begin(
            Feature<S> feature, String words, Map<String, Object> raw, Consumer<Reply> onReply) {
        Endpoint<S> endpoint =
                feature.endpoints().stream()
                        .filter(found -> words.equals(found.method() + " " + found.path()))
                        .findFirst()
                        .orElseThrow();
        Read<Request> read = ReadRequest.read(0, shared, endpoint.fields(), raw);
        Request request = ((Read.Good<Request>) read).value();
        if (endpoint.verb() instanceof Verb.Submit<S> submit) {
            var intent = (Read.Good<Verb.Intent<S>>) submit.reader().read(request);
            partition.submit(feature, intent.value().command(), onReply);
            time.execute(partition::tick);
        } else if (endpoint.verb() instanceof Verb.Ask<S> ask) {
            var inquiry = (Read.Good<Verb.Inquiry<S>>) ask.reader().read(request);
            partition.ask(feature, inquiry.value().question(), onReply);
        }
    }
}
