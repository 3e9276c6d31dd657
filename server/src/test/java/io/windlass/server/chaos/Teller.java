package io.windlass.server.chaos;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.windlass.base.wire.Decimals;
import io.windlass.base.wire.Timestamps;
import io.windlass.edge.binary.TransferResult;
import io.windlass.edge.client.Account;
import io.windlass.edge.client.Client;
import io.windlass.edge.client.ClientException;
import io.windlass.edge.client.ClientOptions;
import io.windlass.server.it.Bodies;
import io.windlass.server.it.Got;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Orders by the binary port of one life of a server, answered as HTTP would have: what the two
 * ports say of an order has to be the same, letter by letter.
 */
final class Teller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int INSUFFICIENT_FUNDS = 1_032;
    private static final int SCALE = 2;
    private static final int UUID_CHARS = 36;

    private final Context loop;
    private final io.windlass.server.it.Client http;
    private final Client client;
    private final Map<String, Account> accounts = new HashMap<>();

    /** Connects and asks for the handles of the accounts. */
    Teller(Vertx vertx, io.windlass.server.it.Client http, List<String> names) {
        this.loop = vertx.getOrCreateContext();
        this.http = http;
        int port = Integer.parseInt(http.get("/v1/info").expect(200).at("/binary_port"));
        ClientOptions options = ClientOptions.at("127.0.0.1", port).withWaitBudget(PATIENCE);
        this.client = on(() -> Client.connect(vertx, options)).await();
        on(() -> client.accounts(names))
                .await()
                .forEach(account -> accounts.put(account.name(), account));
    }

    /** Whether an order has an id that fits. */
    static boolean takes(Order order) {
        return order.id().length() == UUID_CHARS;
    }

    /** Sends an order; fails if the server does not live long enough to answer. */
    Future<TransferResult> start(Order order) {
        return on(
                () ->
                        client.transfer(
                                UUID.fromString(order.id()),
                                accounts.get(order.from()),
                                accounts.get(order.to()),
                                order.cents()));
    }

    /** The answer as HTTP gives it, empty if there is none. */
    Optional<Got> answer(Order order, Future<TransferResult> started) {
        try {
            TransferResult result = started.await();
            return result.code() == INSUFFICIENT_FUNDS
                    ? refused(order, result)
                    : Optional.of(said(order, result));
        } catch (ClientException dead) {
            return Optional.empty();
        }
    }

    private static Got said(Order order, TransferResult result) {
        String body =
                String.format(
                        "{\"status\":\"%s\",\"transaction_id\":\"%s\",\"position\":\"%d:%d\","
                                + "\"time\":\"%s\",\"from_balance\":\"%s\",\"to_balance\":\"%s\"}",
                        result.code() == 0 ? "SUCCEEDED" : "code " + result.code(),
                        order.id(),
                        result.partition(),
                        result.sequence(),
                        Timestamps.format(result.timeNanos()),
                        Decimals.format(result.fromBalance(), SCALE),
                        Decimals.format(result.toBalance(), SCALE));
        boolean isReplay = (result.flags() & TransferResult.REPLAYED) != 0;
        Map<String, List<String>> headers =
                isReplay ? Map.of("Idempotency-Replayed", List.of("true")) : Map.of();
        return new Got(200, HttpHeaders.of(headers, (name, value) -> true), body);
    }

    /** HTTP says more of a refusal, at the same position. */
    private Optional<Got> refused(Order order, TransferResult result) {
        try {
            Got got = http.tryPost(Bodies.TRANSFER_PATH, order.body());
            String position = result.partition() + ":" + result.sequence();
            return Optional.of(got.at("/position").equals(position) ? got : said(order, result));
        } catch (IOException dead) {
            return Optional.empty();
        }
    }

    private <T> Future<T> on(Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        loop.runOnContext(nothing -> action.get().onComplete(promise));
        return promise.future();
    }

    @Override
    public void close() {
        on(client::close).await();
    }
}
