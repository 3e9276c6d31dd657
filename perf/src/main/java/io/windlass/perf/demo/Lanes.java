package io.windlass.perf.demo;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Lets transfers go at the same time unless their order matters: one waits for all earlier ones
 * that touch a customer it touches. What touches different accounts, or the same outside account,
 * which never lacks money, does not wait; of one payer's equal ids each waits for the one before.
 * Used on one thread.
 */
final class Lanes {
    private final Map<String, ArrayDeque<Ticket>> lanes = new HashMap<>();
    private final Accounts accounts;
    private final Consumer<Ticket> start;

    /** A transfer on its way. */
    static final class Ticket {
        private final Line.Transfer transfer;
        private final Set<String> keys;
        private int waitsFor;

        private Ticket(Line.Transfer transfer, Set<String> keys) {
            this.transfer = transfer;
            this.keys = keys;
        }

        Line.Transfer transfer() {
            return transfer;
        }
    }

    /**
     * @param start told when a transfer may go
     */
    Lanes(Accounts accounts, Consumer<Ticket> start) {
        this.accounts = accounts;
        this.start = start;
    }

    /** Takes the next transfer of the file. */
    void add(Line.Transfer transfer) {
        Ticket ticket = new Ticket(transfer, keys(transfer));
        for (String key : ticket.keys) {
            ArrayDeque<Ticket> lane = lanes.computeIfAbsent(key, name -> new ArrayDeque<>());
            ticket.waitsFor += lane.isEmpty() ? 0 : 1;
            lane.add(ticket);
        }
        if (ticket.waitsFor == 0) {
            start.accept(ticket);
        }
    }

    /** The transfer has its answer; those behind it move up. */
    void finished(Ticket ticket) {
        for (String key : ticket.keys) {
            ArrayDeque<Ticket> lane = lanes.get(key);
            lane.remove();
            if (lane.isEmpty()) {
                lanes.remove(key);
            } else {
                Ticket next = lane.peek();
                next.waitsFor--;
                if (next.waitsFor == 0) {
                    start.accept(next);
                }
            }
        }
    }

    private Set<String> keys(Line.Transfer transfer) {
        String payer = transfer.from();
        String source = accounts.isExternal(payer) ? payer + "\n" + transfer.id() : payer;
        String receiver = transfer.to();
        return accounts.isExternal(receiver) || receiver.equals(payer)
                ? Set.of(source)
                : Set.of(source, receiver);
    }
}
