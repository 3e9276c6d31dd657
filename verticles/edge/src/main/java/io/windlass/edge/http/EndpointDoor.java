package io.windlass.edge.http;

import io.vertx.core.http.HttpServerRequest;
import io.windlass.kernel.feature.Endpoint;
import io.windlass.kernel.feature.Feature;
import io.windlass.kernel.feature.Request;
import io.windlass.kernel.partition.Reply;
import io.windlass.kernel.partition.Service;
import java.util.List;
import java.util.function.Consumer;

/**
 * The door to one endpoint of a feature.
 *
 * @param bodyBytesMax how large a body may be
 */
record EndpointDoor<S>(
        Feature<S> feature,
        Endpoint<S> endpoint,
        RequestReader reader,
        Service service,
        HttpMeters.EndpointMeter meter,
        int bodyBytesMax)
        implements Door {

    static <S> EndpointDoor<S> of(
            Feature<S> feature, Endpoint<S> endpoint, Service service, HttpMeters meters, int max) {
        return new EndpointDoor<>(
                feature,
                endpoint,
                new RequestReader(endpoint, service),
                service,
                meters.of(endpoint.method() + " " + endpoint.path()),
                max);
    }

    @Override
    public void open(HttpServerRequest request, List<String> path, long startNanos) {
        new Exchange(this, request, path, startNanos).begin();
    }

    boolean hasBody() {
        return endpoint.method() != Endpoint.Method.GET;
    }

    void call(Request request, Consumer<Reply> onReply) {
        service.call(feature, endpoint.verb(), request, onReply);
    }
}
