package io.windlass.edge.http;

import io.windlass.kernel.feature.ItemOutcomes;
import io.windlass.kernel.partition.Position;
import io.windlass.kernel.partition.Reply;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a batch stands in the log: the highest position of each partition that it depends on. */
final class HighestPositions {
    private static final int NOWHERE = 0;

    private final Map<Integer, Long> highest = new TreeMap<>();
    private int partition = NOWHERE;
    private long sequence;

    /** Those that the replies name, separated by commas. */
    static String of(List<Reply> replies) {
        HighestPositions all = new HighestPositions();
        for (Reply reply : replies) {
            for (Position position : reply.positions()) {
                all.add(position.partition(), position.sequence());
            }
        }
        return all.text();
    }

    /** The same for packed commands. */
    static String of(ItemOutcomes outcomes) {
        HighestPositions all = new HighestPositions();
        for (int i = 0; i < outcomes.count(); i++) {
            if (outcomes.partition(i) != NOWHERE) {
                all.add(outcomes.partition(i), outcomes.sequence(i));
            }
        }
        return all.text();
    }

    /** Neighbours are mostly of one partition: it goes to the map when another one comes. */
    private void add(int in, long at) {
        if (in != partition) {
            highest.put(partition, sequence);
            partition = in;
            sequence = highest.getOrDefault(in, at);
        }
        sequence = Math.max(sequence, at);
    }

    private String text() {
        highest.put(partition, sequence);
        highest.remove(NOWHERE);
        return highest.entrySet().stream()
                .map(one -> new Position(one.getKey(), one.getValue()).toString())
                .collect(Collectors.joining(","));
    }
}
