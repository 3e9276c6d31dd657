package io.windlass.edge.client;

import java.time.Duration;

/**
 * What a client needs to know.
 *
 * @param host of the node
 * @param port of its binary protocol
 * @param key the API key, empty without one
 * @param agent the program and its version, for the node's log
 * @param waitBudget how long an answer is waited for, retries included
 * @param waitingMax how many transfers, batches and calls may wait for their answers at a time
 */
public record ClientOptions(
        String host, int port, String key, String agent, Duration waitBudget, int waitingMax) {
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final int WAITING_MAX = 65_536;

    /**
     * Options that can be kept.
     *
     * @throws IllegalArgumentException if there is no time, or no room, for anything
     */
    public ClientOptions {
        if (waitBudget.toMillis() < 1 || waitingMax < 1) {
            throw new IllegalArgumentException(
                    "a client needs at least 1 ms and room for 1, not "
                            + waitBudget
                            + " and "
                            + waitingMax);
        }
    }

    /** A node without keys, and the usual bounds: 10 s, 65,536. */
    public static ClientOptions at(String host, int port) {
        return new ClientOptions(host, port, "", "windlass-java", BUDGET, WAITING_MAX);
    }

    /** The same with an API key. */
    public ClientOptions withKey(String newKey) {
        return new ClientOptions(host, port, newKey, agent, waitBudget, waitingMax);
    }

    /** The same with another name in the node's log. */
    public ClientOptions withAgent(String newAgent) {
        return new ClientOptions(host, port, key, newAgent, waitBudget, waitingMax);
    }

    /** The same with more or less patience. */
    public ClientOptions withWaitBudget(Duration newBudget) {
        return new ClientOptions(host, port, key, agent, newBudget, waitingMax);
    }

    /** The same with another bound on what waits. */
    public ClientOptions withWaitingMax(int newMax) {
        return new ClientOptions(host, port, key, agent, waitBudget, newMax);
    }

    /** Without the key, which is a secret. */
    @Override
    public String toString() {
        return "ClientOptions[" + host + ":" + port + ", " + agent + "]";
    }
}
