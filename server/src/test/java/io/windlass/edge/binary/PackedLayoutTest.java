package io.windlass.edge.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.windlass.base.wire.Id128;
import io.windlass.base.wire.Sink;
import io.windlass.kernel.feature.Answer;
import io.windlass.kernel.feature.Command;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Moment;
import io.windlass.kernel.feature.Packed;
import io.windlass.kernel.feature.PackedKind;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.feature.contract.JsonText;
import io.windlass.kernel.feature.contract.LiveRun;
import io.windlass.kernel.feature.contract.ReadRequest;
import io.windlass.server.Features;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A TRANSFERS frame as the protocol lays it out is, field by field, what the wallet reads in it,
 * and what the wallet answers is what the protocol says of a result.
 */
class PackedLayoutTest {
    private static final Id128 ID = new Id128(0x0807060504030201L, 0x100f0e0d0c0b0a09L);
    private static final Pattern HANDLE = Pattern.compile("\"handle\":(-?\\d+),\"detail\":(\\d+)");

    @Test
    void theWalletReadsAndWritesWhatTheProtocolLaysOut() {
        compare(Features.all().get(0));
    }

    private static <S> void compare(Feature<S> feature) {
        LiveRun<S> live = new LiveRun<>(feature);
        open(feature, live, "bank", "external");
        open(feature, live, "alice", "customer");
        PackedKind<S> kind = feature.packed().get(0);
        Matcher bank = resolve(live, kind, "bank");
        long debit = Long.parseLong(bank.group(1));
        int currency = Integer.parseInt(bank.group(2)) & 0xFFFF;
        long credit = Long.parseLong(resolve(live, kind, "alice").group(1));
        TransferCommand wanted =
                new TransferCommand(
                        TransferOp.TRANSFER, ID, debit, credit, 250, currency, 0, 0, 0, 0, 0);
        Map<String, Object> body = new HashMap<>();
        body.put("from_account", "bank");
        body.put("to_account", "alice");
        body.put("amount", "2.50");
        body.put("currency", "USD");
        body.put("transaction_id", new UUID(ID.high(), ID.low()).toString());
        Command<S> command = command(feature, live, "POST /v1/transfers", body);
        Packed<S> packed = open(kind, wanted);
        Read<Command<S>> read = packed.command(live.decided(), 0);
        assertArrayEquals(bytes(command), bytes(((Read.Good<Command<S>>) read).value()));
        Answer answer = live.submit(command);
        Moment moment = live.log().get(live.log().size() - 1).moment();
        packed.answered(0, answer, true);
        assertEquals(
                new TransferResult(
                        0,
                        0,
                        TransferResult.REPLAYED
                                | TransferResult.FROM_KNOWN
                                | TransferResult.TO_KNOWN,
                        moment.sequence(),
                        moment.timeNanos(),
                        -250,
                        250,
                        moment.partition()),
                TransferResult.read(Unpooled.wrappedBuffer(packed.results()), 0));
        refuses(live, kind, wanted);
    }

    /** Of what the wallet does not do yet it says so, wherever it stands in the command. */
    private static <S> void refuses(LiveRun<S> live, PackedKind<S> kind, TransferCommand wanted) {
        TransferOp plain = TransferOp.TRANSFER;
        for (TransferOp op : TransferOp.values()) {
            refuses(live, kind, with(wanted, op, 0, 0), op == plain);
        }
        refuses(live, kind, with(wanted, plain, TransferCommand.LINKED, 0), false);
        for (int field = 1; field <= 4; field++) {
            refuses(live, kind, with(wanted, plain, 0, field), false);
        }
    }

    private static <S> void refuses(
            LiveRun<S> live, PackedKind<S> kind, TransferCommand command, boolean isDone) {
        Read<Command<S>> read = open(kind, command).command(live.decided(), 0);
        assertEquals(isDone, read instanceof Read.Good<?>, command::toString);
    }

    private static TransferCommand with(
            TransferCommand wanted, TransferOp op, int flags, int field) {
        return new TransferCommand(
                op,
                wanted.id(),
                wanted.debit(),
                wanted.credit(),
                wanted.amount(),
                wanted.currency(),
                flags,
                field == 1 ? 1 : 0,
                field == 2 ? 1 : 0,
                field == 3 ? 1 : 0,
                field == 4 ? 1 : 0);
    }

    private static <S> Packed<S> open(PackedKind<S> kind, TransferCommand command) {
        ByteBuf bytes = Unpooled.buffer();
        command.write(bytes);
        return kind.opener()
                .open(new PackedKind.Caller(0, true), ByteBufUtil.getBytes(bytes))
                .orElseThrow();
    }

    private static <S> Matcher resolve(LiveRun<S> live, PackedKind<S> kind, String name) {
        Answer answer = live.ask(kind.resolver().handleOf(0, name).question());
        Matcher numbers = HANDLE.matcher(JsonText.of(answer));
        assertTrue(numbers.find(), () -> JsonText.of(answer));
        return numbers;
    }

    private static <S> void open(Feature<S> feature, LiveRun<S> live, String id, String kind) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("account_id", id);
        fields.put("currency", "USD");
        fields.put("kind", kind);
        live.submit(command(feature, live, "PUT /v1/accounts/{account_id}", fields));
        live.commitAll();
    }

    private static <S> Command<S> command(
            Feature<S> feature, LiveRun<S> live, String words, Map<String, Object> fields) {
        Endpoint<S> endpoint =
                feature.endpoints().stream()
                        .filter(found -> words.equals(found.method() + " " + found.path()))
                        .findFirst()
                        .orElseThrow();
        Read<Request> read = ReadRequest.read(0, live.shared(), endpoint.fields(), fields);
        Request request = ((Read.Good<Request>) read).value();
        Verb.Submit<S> submit = (Verb.Submit<S>) endpoint.verb();
        return ((Read.Good<Verb.Intent<S>>) submit.reader().read(request)).value().command();
    }

    private static byte[] bytes(Command<?> command) {
        Sink sink = new Sink(16);
        command.write(sink);
        return sink.toBytes();
    }
}
