package io.windlass.edge.http;

import io.vertx.core.http.HttpServerRequest;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.partition.Service;
import java.util.List;
import java.util.function.Consumer;

/**
 * The door to a batch of commands: one JSON object in, one out, or a line in, a line out.
 *
 * @param verb what the batch is made of
 * @param results writes what became of the items
 */
record BatchDoor<S>(
        Feature<S> feature,
        Verb.Batch<S> verb,
        BatchReader reader,
        BatchResults results,
        Service service,
        HttpMeters.EndpointMeter meter)
        implements Door {

    static <S> BatchDoor<S> of(
            Feature<S> feature,
            Endpoint<S> endpoint,
            Verb.Batch<S> verb,
            Service service,
            HttpMeters meters) {
        RequestReader item = new RequestReader(verb.item(), endpoint.path(), service);
        return new BatchDoor<>(
                feature,
                verb,
                new BatchReader(verb.member(), item, BatchLimits.DEFAULT),
                new BatchResults(verb.item()),
                service,
                meters.of(endpoint.method() + " " + endpoint.path()));
    }

    @Override
    public void open(HttpServerRequest request, List<String> path, long startNanos) {
        if (MediaTypes.isLines(request)) {
            new LineExchange(this, request, path, startNanos).begin();
        } else {
            new BatchExchange(this, request, path, startNanos).begin();
        }
    }

    void call(List<BatchItem> items, Consumer<List<Reply>> onReplies) {
        List<Read<Request>> reads = items.stream().map(BatchItem::read).toList();
        service.callAll(feature, verb.submit(), reads, onReplies);
    }
}
