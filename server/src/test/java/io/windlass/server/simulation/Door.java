package io.windlass.server.simulation;

import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.SharedTable;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.feature.contract.ReadRequest;
import io.windlass.kernel.partition.Partition;
import io.windlass.kernel.partition.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What an edge does: reads the fields of a call as the endpoint declares them and passes it on. */
final class Door<S> {
    private final Feature<S> feature;
    private final Map<String, Endpoint<S>> endpoints = new HashMap<>();

    Door(Feature<S> feature) {
        this.feature = feature;
        for (Endpoint<S> endpoint : feature.endpoints()) {
            endpoints.put(endpoint.method() + " " + endpoint.path(), endpoint);
        }
    }

    void call(Partition partition, SharedTable shared, Call call, Consumer<Reply> onReply) {
        Endpoint<S> endpoint = endpoints.get(call.endpoint());
        Request request = good(ReadRequest.read(0, shared, endpoint.fields(), call.fields()), call);
        if (endpoint.verb() instanceof Verb.Submit<S> submit) {
            Verb.Intent<S> intent = good(submit.reader().read(request), call);
            partition.submit(feature, intent.command(), onReply);
        } else {
            Verb.Ask<S> ask = (Verb.Ask<S>) endpoint.verb();
            partition.ask(feature, good(ask.reader().read(request), call).question(), onReply);
        }
    }

    /** The clients here know what they do. */
    private static <T> T good(Read<T> read, Call call) {
        if (read instanceof Read.Bad<T> bad) {
            throw new Violation(call + " was refused by the edge: " + bad.why());
        }
        return ((Read.Good<T>) read).value();
    }
}
