package io.windlass.edge.binary;

import io.windlass.base.wire.LittleEndian;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Event;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.FieldTypes;
import io.windlass.kernel.feature.Finding;
import io.windlass.kernel.feature.MessageType;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Rejected;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Result;
import io.windlass.kernel.feature.Route;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.table.RowType;
import io.windlass.kernel.table.TableSource;
import java.util.List;
import java.util.Optional;

/** Takes transfers packed, and gives back each one's amount as the balance of its source. */
final class EchoFeature implements Feature<EchoFeature.Nothing> {
    private static final int OPERATION_AT = 42;
    private static final int AMOUNT_AT = 32;

    private static final Field<String> NAME =
            Field.path("name", FieldTypes.words(100_000), "alice");
    private static final Field<String> HOW = Field.optional("how", FieldTypes.words(8), "loud");

    /** It has no state. */
    record Nothing() {}

    /** Commands whose results are there once they have been answered. */
    private record Echo(byte[] commands, byte[] results) implements Packed<Nothing> {
        @Override
        public int count() {
            return commands.length / TransferCommand.BYTES;
        }

        @Override
        public int commandBytes() {
            return TransferCommand.BYTES;
        }

        @Override
        public int partition(int index, int partitions) {
            return 0;
        }

        @Override
        public long touch(Nothing state, int index) {
            return 0;
        }

        @Override
        public long touchBehind(Nothing state, int index) {
            return 0;
        }

        @Override
        public Optional<Event<Nothing>> usual(Nothing state, int index, Moment moment) {
            return Optional.empty();
        }

        @Override
        public Read<Command<Nothing>> command(Nothing state, int index) {
            return Read.bad("unsupported", "", "nothing is decided");
        }

        @Override
        public void logged(int index, Event<Nothing> event, Moment moment) {}

        @Override
        public void answered(int index, Answer answer, boolean replayed) {
            int at = index * TransferResult.BYTES;
            LittleEndian.u32(results, at, index);
            int code = answer instanceof Rejected rejected ? rejected.rejection().number() : 0;
            LittleEndian.u16(results, at + 4, code);
            long amount = LittleEndian.u64(commands, index * TransferCommand.BYTES + AMOUNT_AT);
            LittleEndian.u64(results, at + 24, amount);
        }
    }

    @Override
    public List<PackedKind<Nothing>> packed() {
        return List.of(
                new PackedKind<>(
                        FrameType.TRANSFERS.number(),
                        Endpoint.Scope.WRITE,
                        TransferCommand.BYTES,
                        TransferResult.BYTES,
                        EchoFeature::open,
                        EchoFeature::handleOf));
    }

    /** An operation of 0 is no operation. */
    private static Optional<Packed<Nothing>> open(PackedKind.Caller caller, byte[] bytes) {
        int count = bytes.length / TransferCommand.BYTES;
        for (int i = 0; i < count; i++) {
            if (bytes[i * TransferCommand.BYTES + OPERATION_AT] == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new Echo(bytes, new byte[count * TransferResult.BYTES]));
    }

    /** The handle of a name is its length. */
    private static Verb.Inquiry<Nothing> handleOf(int tenant, String name) {
        Answer answer =
                Answer.done(
                        out -> {
                            out.number("handle", name.length());
                            out.number("detail", tenant);
                        });
        return new Verb.Inquiry<>(
                Route.of(tenant, name), (state, now) -> new Finding.Found<>(answer));
    }

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String group() {
        return "money";
    }

    @Override
    public List<RowType<?>> tables() {
        return List.of();
    }

    @Override
    public Nothing state(TableSource source) {
        return new Nothing();
    }

    @Override
    public List<MessageType<Command<Nothing>>> commands() {
        return List.of();
    }

    @Override
    public List<MessageType<Event<Nothing>>> events() {
        return List.of();
    }

    /** Says the name that it is given; what it is asked for goes to the service. */
    @Override
    public List<Endpoint<Nothing>> endpoints() {
        return List.of(
                new Endpoint<>(
                        301,
                        Endpoint.Method.POST,
                        "/v1/echo/{name}",
                        Endpoint.Scope.WRITE,
                        "Echoes",
                        List.of(NAME, HOW),
                        Optional.empty(),
                        new Verb.Ask<>(
                                Result.of(Result.Member.of(NAME)),
                                request -> Read.good(echo(request)))));
    }

    private static Verb.Inquiry<Nothing> echo(Request request) {
        String name = request.get(NAME);
        Answer answer =
                Answer.done(
                        out -> {
                            out.text("name", name);
                            request.find(HOW).ifPresent(how -> out.text("how", how));
                        });
        return new Verb.Inquiry<>(
                Route.of(request.tenant(), name), (state, now) -> new Finding.Found<>(answer));
    }

    @Override
    public List<Command<Nothing>> genesis(Nothing decided) {
        return List.of();
    }

    @Override
    public long sharedNumber(Nothing committed) {
        return 0;
    }

    @Override
    public SharedTable shared(Nothing committed) {
        return () -> 0;
    }

    @Override
    public List<Command<Nothing>> sharedChanges(Nothing committed, long after) {
        return List.of();
    }
}
