package io.windlass.edge.call;

import io.windlass.edge.access.Caller;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Read;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.feature.Verb;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.partition.Service;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Serves the requests to one endpoint of a feature, whatever protocol they come by. Any thread.
 *
 * @param feature whose it is
 * @param endpoint what it is
 * @param reader reads requests to it
 * @param service serves them
 */
public record EndpointCall<S>(
        Feature<S> feature, Endpoint<S> endpoint, RequestReader reader, Service service) {

    /** With a reader of its own. */
    public static <S> EndpointCall<S> of(
            Feature<S> feature, Endpoint<S> endpoint, Service service) {
        return new EndpointCall<>(feature, endpoint, new RequestReader(endpoint, service), service);
    }

    /** Why nobody is let in for now, before anything of a request is read. */
    public Optional<Problem> refusal() {
        return endpoint.verb() instanceof Verb.Submit<S> && service.isFull()
                ? Optional.of(Problem.OVERLOADED)
                : Optional.empty();
    }

    /** Serves what was read of a caller's request, or says why not; then nobody is called. */
    public Optional<Problem> serve(Caller caller, Read<Request> read, Consumer<Reply> onReply) {
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
