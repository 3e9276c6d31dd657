package io.windlass.server.it;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.windlass.edge.binary.TransferFrame;
import io.windlass.edge.binary.TransferReplies;
import io.windlass.edge.client.Account;
import io.windlass.edge.client.BatchHandler;
import io.windlass.edge.client.ClientException;
import io.windlass.edge.client.ClientOptions;
import java.util.List;
import java.util.function.Supplier;

/**
 * One frame of transfers behind the other by the binary protocol, until it is told to end: a tenth
 * of them has not the money.
 */
final class FrameTraffic implements BatchHandler, AutoCloseable {
    private static final int TRANSFERS = 100;
    private static final int REFUSED_EVERY = 10;
    private static final int INSUFFICIENT_FUNDS = 1_032;
    private static final long ID_HIGH = 0x66_72_61_6d_65L;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final Promise<Long> over = Promise.promise();
    private final io.windlass.edge.client.Client client;
    private final List<Account> accounts;
    private long ids;
    private long accepted;
    private boolean ends;

    /** Opens its accounts and begins. */
    FrameTraffic(RunningServer server) {
        Client http = server.client();
        http.put("/v1/accounts/frames-from", Bodies.account("external")).expect(201);
        http.put("/v1/accounts/frames-to", Bodies.account("customer")).expect(201);
        http.put("/v1/accounts/frames-poor", Bodies.account("customer")).expect(201);
        ClientOptions options = ClientOptions.at("127.0.0.1", Purse.port(server));
        client = on(() -> io.windlass.edge.client.Client.connect(vertx, options));
        List<String> names = List.of("frames-from", "frames-to", "frames-poor");
        accounts = on(() -> client.accounts(names));
        loop.runOnContext(nothing -> send());
    }

    /** Ends with the last answer; how many transfers were accepted. */
    long end() {
        loop.runOnContext(nothing -> ends = true);
        return over.future().await();
    }

    @Override
    public void done(TransferReplies results) {
        for (int i = 0; i < results.count(); i++) {
            int wanted = results.index(i) % REFUSED_EVERY == 0 ? INSUFFICIENT_FUNDS : 0;
            if (results.code(i) != wanted) {
                over.tryFail("a transfer was answered with " + results.code(i));
            }
            accepted += results.code(i) == 0 ? 1 : 0;
        }
        if (ends) {
            over.tryComplete(accepted);
        } else {
            send();
        }
    }

    @Override
    public void failed(ClientException why) {
        over.tryFail(why);
    }

    @Override
    public void close() {
        vertx.close().await();
    }

    private void send() {
        TransferFrame frame = client.frame(TRANSFERS);
        long to = accounts.get(1).handle();
        for (int i = 0; i < TRANSFERS; i++) {
            ids++;
            long from = accounts.get(i % REFUSED_EVERY == 0 ? 2 : 0).handle();
            frame.add(ID_HIGH, ids, from, to, 1, accounts.get(0).currency());
        }
        client.send(frame, this);
    }

    private <T> T on(Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        loop.runOnContext(nothing -> action.get().onComplete(promise));
        return promise.future().await();
    }
}
