package io.windlass.edge.http;

import io.windlass.kernel.partition.Position;
import io.windlass.kernel.partition.Reply;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a batch stands in the log. */
final class HighestPositions {
    private static final Position NOWHERE = new Position(0, 0);

    private HighestPositions() {}

    /** The highest position of each partition that the replies name, separated by commas. */
    static String of(List<Reply> replies) {
        Map<Integer, Position> highest = new TreeMap<>();
        Position newest = NOWHERE;
        for (Reply reply : replies) {
            for (Position position : reply.positions()) {
                if (position.partition() != newest.partition()) {
                    highest.put(newest.partition(), newest);
                    newest = highest.getOrDefault(position.partition(), position);
                }
                newest = position.sequence() > newest.sequence() ? position : newest;
            }
        }
        highest.put(newest.partition(), newest);
        highest.remove(NOWHERE.partition());
        return highest.values().stream().map(Position::toString).collect(Collectors.joining(","));
    }
}
