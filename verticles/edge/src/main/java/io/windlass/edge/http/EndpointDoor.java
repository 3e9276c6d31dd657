package io.windlass.edge.http;

import io.vertx.core.http.HttpServerRequest;
import io.windlass.edge.call.EndpointCall;
import io.windlass.edge.call.Gate;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.partition.Service;
import java.util.List;

/**
 * The door to one endpoint of a feature.
 *
 * @param call what is behind it
 * @param gate who is let in
 * @param body how much of a body is read
 */
record EndpointDoor<S>(
        EndpointCall<S> call, Gate gate, HttpMeters.EndpointMeter meter, BodyLimit body)
        implements Door {

    static <S> EndpointDoor<S> of(
            Feature<S> feature, Endpoint<S> endpoint, Service service, SharedHttp shared, int max) {
        return new EndpointDoor<>(
                EndpointCall.of(feature, endpoint, service),
                new Gate(shared.callers()),
                shared.meters().of(endpoint.method() + " " + endpoint.path()),
                new BodyLimit(max, shared.bodies()));
    }

    @Override
    public void open(HttpServerRequest request, List<String> path, long startNanos) {
        new Exchange(this, request, path, startNanos).begin();
    }

    boolean hasBody() {
        return call.endpoint().method() != Endpoint.Method.GET;
    }
}
