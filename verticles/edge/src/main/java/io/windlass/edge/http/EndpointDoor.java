package io.windlass.edge.http;

import io.vertx.core.http.HttpServerRequest;
import io.windlass.edge.access.Caller;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.partition.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The door to one endpoint of a feature.
 *
 * @param gate who is let in
 * @param body how much of a body is read
 */
record EndpointDoor<S>(
        Feature<S> feature,
        Endpoint<S> endpoint,
        Gate gate,
        RequestReader reader,
        Service service,
        HttpMeters.EndpointMeter meter,
        BodyLimit body)
        implements Door {

    static <S> EndpointDoor<S> of(
            Feature<S> feature, Endpoint<S> endpoint, Service service, SharedHttp shared, int max) {
        return new EndpointDoor<>(
                feature,
                endpoint,
                new Gate(shared.callers()),
                new RequestReader(endpoint, service),
                service,
                shared.meters().of(endpoint.method() + " " + endpoint.path()),
                new BodyLimit(max, shared.bodies()));
    }

    @Override
    public void open(HttpServerRequest request, List<String> path, long startNanos) {
        new Exchange(this, request, path, startNanos).begin();
    }

    /** Why nobody is let in for now, before anything of a request is read. */
    Optional<Problem> refusal() {
        return endpoint.verb() instanceof Verb.Submit<S> && service.isFull()
                ? Optional.of(Problem.OVERLOADED)
                : Optional.empty();
    }

    boolean hasBody() {
        return endpoint.method() != Endpoint.Method.GET;
    }

    /** Serves what was read of a caller's request, or says why not; then nobody is called. */
    Optional<Problem> serve(Caller caller, Read<Request> read, Consumer<Reply> onReply) {
        if (read instanceof Read.Bad<Request> bad) {
            return Optional.of(Problem.of(bad.why()));
        }
        Request request = ((Read.Good<Request>) read).value();
        if (!caller.may(endpoint.access(), request)) {
            return Optional.of(Gate.needs(endpoint.access().of(request)));
        }
        boolean reads = caller.scopes().contains(Endpoint.Scope.READ);
        service.call(
                feature,
                endpoint.verb(),
                request,
                reads ? onReply : reply -> onReply.accept(ForWriters.of(reply)));
        return Optional.empty();
    }
}
