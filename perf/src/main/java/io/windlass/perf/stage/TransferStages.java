package io.windlass.perf.stage;

import io.windlass.base.wire.Sink;
import io.windlass.edge.json.JsonReader;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.server.Features;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one transfer costs in each stage inside the node, from its body to its answer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TransferStages {
    private static final String PATH = "/v1/transfers";
    private static final int TRANSFERS = 1 << 10;

    /** How many accounts there are. */
    @Param("10000")
    public int accounts;

    private final Sink sink = new Sink(1 << 10);
    private SampleTransfers samples;
    private byte[] body;
    private Map<String, Object> members;
    private Prepared<?> prepared;
    private int next;

    /** A ledger with transfers that it has not seen and one that it has. */
    private record Prepared<S>(
            Ledger<S> ledger,
            List<Command<S>> commands,
            List<Event<S>> events,
            Command<S> repeated) {
        Object decide(int at) {
            return ledger.decide(commands.get(at));
        }

        Object decideAgain() {
            return ledger.decide(repeated);
        }

        int encode(int at, Sink sink) {
            return ledger.encode(events.get(at), sink);
        }

        Object reply(int at) {
            return ledger.reply(events.get(at));
        }

        Object read(Map<String, Object> members) {
            return ledger.command("POST", PATH, members, Map.of());
        }
    }

    /** Opens accounts and makes transfers. */
    @Setup
    public void prepare() {
        samples = new SampleTransfers(accounts);
        prepared = prepare(Features.all().get(0));
        String transfer = samples.next();
        body = transfer.getBytes(StandardCharsets.ISO_8859_1);
        members = Ledger.members(transfer);
    }

    private <S> Prepared<S> prepare(Feature<S> feature) {
        Ledger<S> ledger = Ledger.of(feature);
        for (int i = 0; i < accounts; i++) {
            // External accounts need no money first.
            ledger.post(
                    "PUT",
                    "/v1/accounts/{account_id}",
                    "{\"currency\":\"USD\",\"kind\":\"external\"}",
                    Map.of("account_id", SampleTransfers.account(i)));
        }
        List<Command<S>> commands = new ArrayList<>();
        List<Event<S>> events = new ArrayList<>();
        for (int i = 0; i < TRANSFERS; i++) {
            Command<S> command =
                    ledger.command("POST", PATH, Ledger.members(samples.next()), Map.of());
            commands.add(command);
            events.add(ledger.event(command));
        }
        String again = samples.next();
        ledger.post("POST", PATH, again, Map.of());
        Command<S> repeated = ledger.command("POST", PATH, Ledger.members(again), Map.of());
        return new Prepared<>(ledger, commands, events, repeated);
    }

    /** JSON bytes to members. */
    @Benchmark
    public Object decodeJson() {
        return JsonReader.read(body);
    }

    /** Members to a command: fields, amounts, hashes of ids. */
    @Benchmark
    public Object readCommand() {
        return prepared.read(members);
    }

    /** A command that is accepted. */
    @Benchmark
    public Object decide() {
        return prepared.decide(step());
    }

    /** A command whose id was decided before. */
    @Benchmark
    public Object findDuplicate() {
        return prepared.decideAgain();
    }

    /** An event to bytes. */
    @Benchmark
    public int encodeEvent() {
        return prepared.encode(step(), sink);
    }

    /** The answer to JSON. */
    @Benchmark
    public Object renderReply() {
        return prepared.reply(step());
    }

    private int step() {
        next = (next + 1) % TRANSFERS;
        return next;
    }
}
