package io.windlass.perf.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.windlass.edge.binary.TransferFrame;
import io.windlass.edge.binary.TransferReplies;
import io.windlass.edge.client.Account;
import io.windlass.edge.client.BatchHandler;
import io.windlass.edge.client.Client;
import io.windlass.edge.client.ClientException;
import io.windlass.edge.client.ClientOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Transfers by the binary protocol: frames that are written in place, or single ones that the
 * client gathers. Everything but {@link #run} happens on one event loop.
 */
final class BinaryLoad implements Drive.Sender<Client>, AutoCloseable {
    private static final long SMALL = 1;

    /** From here on a code says why the rules refuse. */
    private static final int REFUSED = 1_024;

    /** From here on a code says why a command means nothing. */
    private static final int MALFORMED = 1_100;

    private final Vertx vertx;
    private final Drive<Client> drive;
    private final Pairs pairs;
    private final Ids ids;
    private final int batch;
    private final List<Client> clients = new ArrayList<>();
    private Account[] accounts = {};
    private long[] handles = {};

    /** Transfers between such pairs, so many in a frame; 1 for single ones. */
    BinaryLoad(Vertx vertx, Pairs pairs, Ids ids, int batch) {
        this.vertx = vertx;
        this.drive = new Drive<>(vertx.getOrCreateContext());
        this.pairs = pairs;
        this.ids = ids;
        this.batch = batch;
    }

    /** Connects so often, each for so many requests at once, and asks for the handles; blocks. */
    void connect(ClientOptions target, int connections, int inFlight, List<String> customers) {
        ClientOptions options = target.withAgent("windlass-bench");
        Waits.on(
                drive.onLoop(
                        () -> {
                            Future<?> all = Future.succeededFuture();
                            for (int i = 0; i < connections; i++) {
                                all = all.compose(one -> connectOne(options, inFlight));
                            }
                            return all.compose(connected -> clients.get(0).accounts(customers))
                                    .onSuccess(this::know);
                        }));
    }

    /** Runs for a while, and waits for the last answers. */
    Tally run(Pace pace, long nanos) {
        return drive.run(this, pace, nanos);
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public void send(Client client, long due) {
        if (batch > 1) {
            sendFrame(client, due);
        } else {
            sendOne(client, due);
        }
    }

    @Override
    public void close() {
        Waits.on(drive.onLoop(() -> Future.join(clients.stream().map(Client::close).toList())));
    }

    private Future<Client> connectOne(ClientOptions options, int inFlight) {
        return Client.connect(vertx, options)
                .onSuccess(
                        client -> {
                            clients.add(client);
                            for (int i = 0; i < inFlight; i++) {
                                drive.add(client);
                            }
                        });
    }

    private void know(List<Account> resolved) {
        accounts = resolved.toArray(new Account[0]);
        handles = resolved.stream().mapToLong(Account::handle).toArray();
    }

    private void sendFrame(Client client, long due) {
        TransferFrame frame = client.frame(batch);
        int currency = accounts[0].currency();
        for (int i = 0; i < batch; i++) {
            pairs.next();
            ids.next();
            long from = handles[pairs.from()];
            frame.add(ids.high(), ids.low(), from, handles[pairs.to()], SMALL, currency);
        }
        client.send(frame, new Sent(client, due));
    }

    private void sendOne(Client client, long due) {
        pairs.next();
        ids.next();
        client.transfer(ids.uuid(), accounts[pairs.from()], accounts[pairs.to()], SMALL)
                .onComplete(
                        result -> {
                            if (result.failed()) {
                                drive.tally().fail(1);
                                drive.free(client);
                                return;
                            }
                            if (drive.answered(due)) {
                                count(result.result().code());
                            }
                            drive.freeAtOnce(client);
                        });
    }

    private void count(int code) {
        Tally tally = drive.tally();
        if (code == 0) {
            tally.accept();
        } else if (code >= REFUSED && code < MALFORMED) {
            tally.reject();
        } else {
            tally.fail(1);
        }
    }

    /** A frame on its way. */
    private final class Sent implements BatchHandler {
        private final Client client;
        private final long due;

        Sent(Client client, long due) {
            this.client = client;
            this.due = due;
        }

        @Override
        public void done(TransferReplies results) {
            if (drive.answered(due)) {
                for (int i = 0; i < results.count(); i++) {
                    count(results.code(i));
                }
            }
            drive.free(client);
        }

        @Override
        public void failed(ClientException why) {
            drive.tally().fail(batch);
            drive.free(client);
        }
    }
}
