package io.windlass.edge.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.util.Optional;

/** Keeps a client connected: the link that takes what comes next, and another one after it. */
final class Dialer implements Link.Owner {
    private final Vertx vertx;
    private final ClientOptions options;
    private final Runnable onRoom;

    /** Kept because Vert.x closes the connections of a client that nobody refers to. */
    private final NetClient net;

    private Optional<Link> current = Optional.empty();
    private int failures;
    private boolean isClosed;

    /** {@code onRoom} is called when the node takes more than before. */
    Dialer(Vertx vertx, ClientOptions options, Runnable onRoom) {
        this.vertx = vertx;
        this.options = options;
        this.onRoom = onRoom;
        int timeoutMillis = (int) Math.min(Integer.MAX_VALUE, options.waitBudget().toMillis());
        this.net =
                vertx.createNetClient(
                        new NetClientOptions()
                                .setTcpNoDelay(true)
                                .setConnectTimeout(Math.max(1, timeoutMillis)));
    }

    /** Connects for the first time; it is not tried again if that fails. */
    Future<Void> connect() {
        return Link.open(vertx, net, options, this).onSuccess(this::use).mapEmpty();
    }

    /** The link that takes what comes next; empty while there is none. */
    Optional<Link> link() {
        return current;
    }

    Future<Void> close() {
        isClosed = true;
        current = Optional.empty();
        return net.close();
    }

    @Override
    public void onRoom() {
        onRoom.run();
    }

    @Override
    public void onAway(Link link) {
        if (isCurrent(link)) {
            current = Optional.empty();
            dial();
        }
    }

    @Override
    public void onClosed(Link link, String why) {
        if (link.hasAnswered()) {
            failures = 0;
        }
        if (isCurrent(link)) {
            current = Optional.empty();
            // A node that cuts the connection over what it gets is not asked without a pause.
            dialLater();
        }
    }

    private boolean isCurrent(Link link) {
        return current.isPresent() && current.get() == link;
    }

    private void use(Link link) {
        if (isClosed) {
            link.close();
            return;
        }
        current = Optional.of(link);
        onRoom.run();
    }

    private void dial() {
        if (!isClosed) {
            Link.open(vertx, net, options, this).onSuccess(this::use).onFailure(why -> dialLater());
        }
    }

    private void dialLater() {
        failures++;
        vertx.setTimer(Backoff.millis(failures), timer -> dial());
    }
}
