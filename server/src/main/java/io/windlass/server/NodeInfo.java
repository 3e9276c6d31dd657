package io.windlass.server;

import io.windlass.edge.http.NodeStatus;
import io.windlass.edge.node.NodeService;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.partition.Limits;
import java.util.List;
import java.util.Optional;

/**
 * What a node says of itself: name, groups and their durability, limits, and whether it is ready.
 */
final class NodeInfo implements NodeStatus {
    private static final String DURABILITY = "quorum-fsync";

    private final String nodeId;
    private final int moneyPartitions;
    private final HttpPlan http;
    private final Limits limits;
    private final NodeService service;

    NodeInfo(
            String nodeId, int moneyPartitions, HttpPlan http, Limits limits, NodeService service) {
        this.nodeId = nodeId;
        this.moneyPartitions = moneyPartitions;
        this.http = http;
        this.limits = limits;
        this.service = service;
    }

    @Override
    public Document info() {
        Document group =
                out -> {
                    out.text("name", "money");
                    out.number("partitions", moneyPartitions);
                    out.text("durability", DURABILITY);
                };
        return out -> {
            out.text("name", "windlass");
            out.text("version", version());
            out.text("node_id", nodeId);
            out.list("groups", List.of(group));
            out.object("limits", this::limits);
        };
    }

    @Override
    public Optional<Unavailable> trouble() {
        return service.isOpen()
                ? Optional.empty()
                : Optional.of(new Unavailable(Unavailable.Reason.STARTING, "the node is starting"));
    }

    private void limits(DocumentWriter out) {
        http.limits(out);
        out.number("inbox_commands", limits.inboxCommands());
        out.number("frame_events", limits.frameEvents());
        out.number("frame_bytes", limits.frameBytes());
        out.number("frames_in_flight", limits.framesInFlight());
        out.number("wait_milliseconds", limits.waitNanos() / 1_000_000);
    }

    private static String version() {
        String packaged = NodeInfo.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}
