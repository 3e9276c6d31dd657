package io.windlass.perf.replay;

import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Field;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Opens accounts and moves money between them through the endpoints of a feature. */
final class WalletLoad<S> {
    private static final int IN_FLIGHT = 32_768;
    private static final int GROUP = 256;

    private final Feature<S> feature;
    private final MeasuredPartition target;
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final Random random = new Random(1);

    WalletLoad(Feature<S> feature, MeasuredPartition target) {
        this.feature = feature;
        this.target = target;
    }

    void open(int accounts) {
        send(
                "PUT /v1/accounts/{account_id}",
                accounts,
                i -> Map.of("account_id", "a-" + i, "kind", "external", "currency", "USD"));
    }

    void transfer(int accounts, int transfers) {
        send("POST /v1/transfers", transfers, i -> transfer(accounts));
    }

    private Map<String, Object> transfer(int accounts) {
        int from = random.nextInt(accounts);
        return Map.of(
                "from_account",
                "a-" + from,
                "to_account",
                "a-" + (from + 1 + random.nextInt(accounts - 1)) % accounts,
                "amount",
                "1.00",
                "currency",
                "USD",
                "transaction_id",
                new UUID(random.nextLong(), random.nextLong()).toString());
    }

    private interface Fields {
        Map<String, Object> of(int number);
    }

    private void send(String words, int count, Fields fields) {
        Endpoint<S> endpoint =
                feature.endpoints().stream()
                        .filter(found -> words.equals(found.method() + " " + found.path()))
                        .findFirst()
                        .orElseThrow();
        for (int from = 0; from < count; from += GROUP) {
            int first = from;
            int size = Math.min(GROUP, count - from);
            room.acquireUninterruptibly(size);
            target.run(partition -> submit(partition, endpoint, fields, first, size));
        }
        room.acquireUninterruptibly(IN_FLIGHT);
        room.release(IN_FLIGHT);
    }

    private void submit(
            Partition partition, Endpoint<S> endpoint, Fields fields, int first, int size) {
        Verb.Submit<S> submit = (Verb.Submit<S>) endpoint.verb();
        for (int i = first; i < first + size; i++) {
            Request request = new MapRequest(fields.of(i), target.shared());
            Read<Verb.Intent<S>> read = submit.reader().read(request);
            Verb.Intent<S> intent = ((Read.Good<Verb.Intent<S>>) read).value();
            partition.submit(feature, intent.command(), this::answered);
        }
    }

    private void answered(Reply reply) {
        if (reply.answer() instanceof Unavailable unavailable) {
            throw new IllegalStateException("the load was refused: " + unavailable);
        }
        room.release();
    }

    /** A request whose fields are read when they are asked for. */
    private record MapRequest(Map<String, Object> raw, SharedTable table) implements Request {
        @Override
        public int tenant() {
            return 0;
        }

        @Override
        public <T> T get(Field<T> field) {
            return find(field).orElseThrow();
        }

        @Override
        public <T> Optional<T> find(Field<T> field) {
            Object value = raw.get(field.name());
            return value == null
                    ? Optional.empty()
                    : Optional.of(((Read.Good<T>) field.read(value)).value());
        }

        @Override
        public <T extends SharedTable> T shared(Class<T> type) {
            return type.cast(table);
        }
    }
}
