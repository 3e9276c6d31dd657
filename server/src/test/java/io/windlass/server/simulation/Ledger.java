package io.windlass.server.simulation;

import io.windlass.kernel.port.Consensus.Proposal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that was ever committed in one partition, over all lives of the node.
 *
 * <p>Checks that a committed frame comes again in every later life (I13), that only frames that
 * were proposed as a whole commit (I15), that sequences have no gap and times increase (I6), that
 * the digest at a sequence is the same however it was reached (I12), and by {@link Balances} what
 * the events say.
 */
final class Ledger {
    private final int partition;
    private final SharedChanges shared;
    private final Balances balances = new Balances();
    private final Map<Long, Frame> frames = new HashMap<>();
    private final Set<Frame> proposed = new HashSet<>();
    private final Map<Long, Long> digests = new HashMap<>();
    private final Map<Id, Outcome> outcomes = new HashMap<>();
    private final Map<String, Long> currencies = new HashMap<>();
    private long size;
    private long lastTime;
    private long sharedNumber;

    Ledger(int partition, SharedChanges shared) {
        this.partition = partition;
        this.shared = shared;
    }

    /** The scope of a transaction id, and the id. */
    record Id(String source, String id) {}

    /** What came of a transfer, and where and when that is logged. */
    record Outcome(long sequence, long timeNanos, Balances.Transfer transfer) {}

    private record Frame(long firstSequence, long timeNanos, List<Long> hashes) {}

    /** How many events have committed. */
    long size() {
        return size;
    }

    int partition() {
        return partition;
    }

    /** How many changes of the shared tables have committed. */
    long sharedNumber() {
        return sharedNumber;
    }

    /** The currencies that clients have registered, and where. */
    Map<String, Long> currencies() {
        return currencies;
    }

    Balances balances() {
        return balances;
    }

    Optional<Outcome> outcome(Id id) {
        return Optional.ofNullable(outcomes.get(id));
    }

    void proposed(Proposal proposal) {
        proposed.add(frame(proposal, Fact.read(proposal.bytes(), proposal.count())));
    }

    /** A frame was committed in a life that has seen everything up to {@code seen}. */
    void committed(Proposal proposal, long seen) {
        Violation.unless(
                proposal.firstSequence() == seen + 1,
                "I6: after " + seen + " comes " + proposal.firstSequence());
        List<Fact.Hashed> facts = Fact.read(proposal.bytes(), proposal.count());
        Frame frame = frame(proposal, facts);
        if (frame.firstSequence() <= size) {
            Violation.unless(
                    frame.equals(frames.get(frame.firstSequence())),
                    "I13: the committed frame at " + frame.firstSequence() + " has changed");
            return;
        }
        Violation.unless(
                proposed.contains(frame),
                "I15: the frame at " + frame.firstSequence() + " was never proposed like this");
        Violation.unless(frame.timeNanos() > lastTime, "I6: time does not increase");
        lastTime = frame.timeNanos();
        frames.put(frame.firstSequence(), frame);
        facts.forEach(fact -> apply(fact.fact()));
    }

    /** The digest of the rows when everything up to a sequence is in them. */
    void digest(long sequence, long digest) {
        Long other = digests.putIfAbsent(sequence, digest);
        Violation.unless(
                other == null || other == digest,
                "I12: the digest at " + sequence + " depends on how it was reached");
    }

    private void apply(Fact fact) {
        size++;
        if (fact instanceof Fact.Shared change) {
            shared.committed(partition, sharedNumber, change);
            sharedNumber++;
        }
        if (fact instanceof Fact.Registered registered) {
            currencies.put(registered.code(), size);
        }
        Optional<Balances.Transfer> transfer = balances.apply(fact, size);
        if (transfer.isPresent()) {
            Id id = new Id(transfer.get().from(), transfer.get().id());
            Outcome other = outcomes.put(id, new Outcome(size, lastTime, transfer.get()));
            Violation.unless(other == null, "I7: " + id + " has a second outcome at " + size);
        }
    }

    private static Frame frame(Proposal proposal, List<Fact.Hashed> facts) {
        List<Long> hashes = new ArrayList<>();
        facts.forEach(fact -> hashes.add(fact.hash()));
        return new Frame(proposal.firstSequence(), proposal.timeNanos(), hashes);
    }
}
