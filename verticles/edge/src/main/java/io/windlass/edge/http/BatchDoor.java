package io.windlass.edge.http;

import io.vertx.core.http.HttpServerRequest;
import io.windlass.base.check.Invariant;
import io.windlass.edge.call.BatchItem;
import io.windlass.edge.call.Gate;
import io.windlass.edge.call.ItemPacker;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.RequestReader;
import io.windlass.edge.call.Surroundings;
import io.windlass.kernel.feature.Access;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Malformed;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.partition.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The door to a batch of commands: one JSON object in, one out, or a line in, a line out.
 *
 * @param access what a key must be allowed to do, for the batch and so for its items
 * @param gate who is let in
 * @param verb what the batch is made of
 * @param results writes what became of the items
 * @param body how much of a body is read
 * @param heavy does the work that one large object makes
 */
record BatchDoor<S>(
        Feature<S> feature,
        Access access,
        Gate gate,
        Verb.Batch<S> verb,
        BatchReader reader,
        BatchResults results,
        Service service,
        BodyLimit body,
        HeavyWork heavy,
        HttpMeters.EndpointMeter meter)
        implements Door {

    static <S> BatchDoor<S> of(
            Feature<S> feature,
            Endpoint<S> endpoint,
            Verb.Batch<S> verb,
            Service service,
            SharedHttp shared,
            HeavyWork heavy) {
        Invariant.hold(
                endpoint.access() instanceof Endpoint.Scope
                        && endpoint.access().equals(verb.item().access()),
                "a batch and its items need one scope: " + endpoint.path());
        RequestReader item = new RequestReader(verb.item(), endpoint.path(), service);
        return new BatchDoor<>(
                feature,
                endpoint.access(),
                new Gate(shared.callers()),
                verb,
                new BatchReader(verb.member(), item, BatchLimits.DEFAULT),
                new BatchResults(verb.item()),
                service,
                new BodyLimit(BatchLimits.DEFAULT.bodyBytesMax(), shared.bodies()),
                heavy,
                shared.meters().of(endpoint.method() + " " + endpoint.path()));
    }

    @Override
    public void open(HttpServerRequest request, List<String> path, long startNanos) {
        Gate.Entry entry = gate.admit(Responder.authorization(request), access);
        BatchExchange exchange = new BatchExchange(this, request, startNanos);
        if (!(entry instanceof Gate.Entry.In in)) {
            exchange.refuse(entry.refusal());
            return;
        }
        if (service.isFull()) {
            exchange.refuse(Optional.of(Problem.OVERLOADED));
            return;
        }
        Surroundings around = new Surroundings(in.caller(), path);
        if (!MediaTypes.isLines(request)) {
            exchange.begin(around);
            return;
        }
        Optional<Problem> refusal = LineExchange.refusal(request, reader.limits());
        if (refusal.isPresent()) {
            exchange.refuse(refusal);
        } else {
            new LineExchange(this, request, around, startNanos).begin();
        }
    }

    /** Reads a body that is one JSON object. */
    Read<ReadBatch> read(Surroundings around, byte[] bytes) {
        Optional<ItemPacker<S>> packer = ItemPacker.of(service, verb, reader.item(), around);
        return packer.isPresent()
                ? read(bytes, new PackedBatch<>(this, packer.get()))
                : read(bytes, new RecordBatch(this, around));
    }

    private <B extends ReadBatch & BatchReader.Items> Read<ReadBatch> read(byte[] bytes, B batch) {
        Optional<Malformed> why = reader.read(bytes, batch);
        return why.isPresent() ? new Read.Bad<>(why.get()) : Read.good(batch);
    }

    void call(List<BatchItem> items, Consumer<List<Reply>> onReplies) {
        List<Read<Request>> reads = items.stream().map(BatchItem::read).toList();
        service.callAll(feature, verb.submit(), reads, onReplies);
    }
}
