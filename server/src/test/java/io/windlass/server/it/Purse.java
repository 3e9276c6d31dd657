package io.windlass.server.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.windlass.base.client.BinaryClient;
import io.windlass.base.client.BinaryClient.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connection to the binary port of a server that moves money between accounts by name. */
public final class Purse implements AutoCloseable {
    private static final int COMMAND_BYTES = 64;
    private static final int RESULT_BYTES = 48;

    private final BinaryClient client;
    private final Map<String, Name> names = new HashMap<>();
    private long correlation;

    private Purse(BinaryClient client) {
        this.client = client;
    }

    /** A handle and the number of the account's currency. */
    private record Name(long handle, int currency) {}

    /**
     * What is asked for.
     *
     * @param id the low half of the transaction's id; its high half is 1
     */
    public record Order(long id, String from, String to, long amount) {}

    /**
     * What became of it.
     *
     * @param bytes all of it, without the flag that says that it came again
     */
    public record Result(ByteBuffer bytes, boolean isReplay) {
        int code() {
            return bytes.getShort(4) & 0xFFFF;
        }

        int flags() {
            return bytes.getShort(6);
        }

        long sequence() {
            return bytes.getLong(8);
        }

        long fromBalance() {
            return bytes.getLong(24);
        }

        long toBalance() {
            return bytes.getLong(32);
        }

        int partition() {
            return bytes.getInt(40);
        }
    }

    /** The port of the binary protocol. */
    public static int port(RunningServer server) {
        return Integer.parseInt(server.client().get("/v1/info").expect(200).at("/binary_port"));
    }

    /** A connection without a key. */
    public static Purse of(RunningServer server) throws IOException {
        return of(port(server), "");
    }

    static Purse of(int port, String key) throws IOException {
        BinaryClient client = new BinaryClient(port);
        client.hello(key).expect(BinaryClient.HELLO_REPLY);
        return new Purse(client);
    }

    BinaryClient client() {
        return client;
    }

    /** The handle of an account, which is there. */
    long handle(String name) throws IOException {
        return name(name).handle;
    }

    /** The command of an order. */
    byte[] command(Order order) throws IOException {
        Name from = name(order.from);
        return BinaryClient.buffer(COMMAND_BYTES)
                .putLong(1)
                .putLong(order.id)
                .putLong(from.handle)
                .putLong(name(order.to).handle)
                .putLong(order.amount)
                .putShort((short) from.currency)
                .put((byte) 1)
                .array();
    }

    Result transfer(long id, String from, String to, long amount) throws IOException {
        return transfer(List.of(new Order(id, from, to, amount))).get(0);
    }

    /** Sends orders in one frame; the results in the order of the orders. */
    public List<Result> transfer(List<Order> orders) throws IOException {
        List<byte[]> commands = new ArrayList<>();
        for (Order order : orders) {
            commands.add(command(order));
        }
        return send(commands);
    }

    /** Sends commands in one frame; the results in their order. */
    List<Result> send(List<byte[]> commands) throws IOException {
        correlation++;
        client.send(BinaryClient.TRANSFERS, commands.size(), correlation, together(commands));
        Frame reply = client.next().expect(BinaryClient.TRANSFERS_REPLY);
        assertEquals(correlation, reply.correlation());
        assertEquals(commands.size(), reply.items());
        return results(reply);
    }

    /** A frame of commands of the tenant 0. */
    static byte[] frame(List<byte[]> commands, long correlation) {
        return BinaryClient.frame(
                BinaryClient.TRANSFERS, commands.size(), correlation, 0, together(commands));
    }

    private static byte[] together(List<byte[]> commands) {
        ByteBuffer all = BinaryClient.buffer(commands.size() * COMMAND_BYTES);
        commands.forEach(all::put);
        return all.array();
    }

    /** The results of a frame in the order of its commands. */
    static List<Result> results(Frame reply) {
        Result[] results = new Result[reply.items()];
        for (int i = 0; i < results.length; i++) {
            int index = reply.payload().getInt(i * RESULT_BYTES);
            assertTrue(results[index] == null, "two results for " + index);
            results[index] = result(reply.payload(), i);
        }
        return List.of(results);
    }

    private static Result result(ByteBuffer payload, int place) {
        int at = place * RESULT_BYTES;
        ByteBuffer bytes =
                BinaryClient.buffer(RESULT_BYTES)
                        .put(Arrays.copyOfRange(payload.array(), at, at + RESULT_BYTES))
                        .rewind();
        short flags = bytes.getShort(6);
        bytes.putShort(6, (short) (flags & ~1));
        return new Result(bytes, (flags & 1) == 1);
    }

    private Name name(String account) throws IOException {
        if (!names.containsKey(account)) {
            ByteBuffer item = client.resolve(account).expect(BinaryClient.RESOLVE_REPLY).payload();
            assertTrue(item.getLong(0) != 0, "there is no account " + account);
            names.put(account, new Name(item.getLong(0), item.getShort(8)));
        }
        return names.get(account);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
