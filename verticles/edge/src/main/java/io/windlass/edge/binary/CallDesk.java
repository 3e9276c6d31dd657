package io.windlass.edge.binary;

import io.windlass.edge.access.Caller;
import io.windlass.edge.call.EndpointCall;
import io.windlass.edge.call.Problem;
import io.windlass.edge.call.ProblemKind;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Serves calls from the table of endpoints, as HTTP does; batches have frames of their own. Any
 * thread.
 *
 * @param calls by the number of the endpoint
 * @param bodyBytesMax how long the body of a call may be
 */
record CallDesk(Map<Integer, EndpointCall<?>> calls, int bodyBytesMax) {

    static CallDesk of(List<Feature<?>> features, Service service, int bodyBytesMax) {
        Map<Integer, EndpointCall<?>> calls = new HashMap<>();
        features.forEach(feature -> add(feature, service, calls));
        return new CallDesk(Map.copyOf(calls), bodyBytesMax);
    }

    private static <S> void add(
            Feature<S> feature, Service service, Map<Integer, EndpointCall<?>> calls) {
        for (Endpoint<S> endpoint : feature.endpoints()) {
            if (endpoint.verb() instanceof Verb.Single<S>) {
                calls.put(endpoint.number(), EndpointCall.of(feature, endpoint, service));
            }
        }
    }

    /** Serves a call; {@code onReply} is called exactly once, now or later. */
    void serve(Caller caller, Call call, Consumer<CallReply> onReply) {
        EndpointCall<?> endpoint = calls.get(call.endpoint());
        if (endpoint == null) {
            onReply.accept(
                    CallAnswers.of(
                            Problem.of(ProblemKind.NOT_FOUND, "no endpoint has this number")));
        } else {
            new CallExchange(onReply).serve(endpoint, caller, call.body(), bodyBytesMax);
        }
    }
}
