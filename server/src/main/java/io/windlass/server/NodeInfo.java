package io.windlass.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.windlass.edge.http.Asset;
import io.windlass.edge.http.BatchLimits;
import io.windlass.edge.http.NodeStatus;
import io.windlass.edge.node.NodeService;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.feature.Unavailable;
import io.windlass.kernel.partition.Limits;
import io.windlass.server.console.Console;
import io.windlass.server.console.LiveFigures;
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
    private final NodePartitions partitions;
    private final List<Asset> console = Console.assets();
    private final LiveFigures figures;

    NodeInfo(
            String nodeId,
            int moneyPartitions,
            HttpPlan http,
            Limits limits,
            NodeService service,
            NodePartitions partitions,
            MeterRegistry registry) {
        this.partitions = partitions;
        this.nodeId = nodeId;
        this.moneyPartitions = moneyPartitions;
        this.http = http;
        this.limits = limits;
        this.service = service;
        this.figures = new LiveFigures(registry, moneyPartitions);
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
            out.object("usage", use -> use.number("table_bytes", partitions.tableBytes()));
        };
    }

    @Override
    public List<Asset> console() {
        return console;
    }

    @Override
    public Document live() {
        return figures;
    }

    @Override
    public Optional<Unavailable> trouble() {
        return service.isOpen()
                ? Optional.empty()
                : Optional.of(new Unavailable(Unavailable.Reason.STARTING, "the node is starting"));
    }

    private void limits(DocumentWriter out) {
        http.limits(out);
        out.number("batch_bytes", BatchLimits.DEFAULT.bodyBytesMax());
        out.number("batch_items", BatchLimits.DEFAULT.itemsMax());
        out.number("stream_lines", BatchLimits.DEFAULT.linesMax());
        out.number("stream_line_bytes", BatchLimits.DEFAULT.lineBytesMax());
        out.number("inbox_commands", limits.inboxCommands());
        out.number("frame_events", limits.frameEvents());
        out.number("frame_bytes", limits.frameBytes());
        out.number("frames_in_flight", limits.framesInFlight());
        out.number("table_bytes", limits.state().tableBytes() * moneyPartitions);
        out.number("table_bytes_for_new_accounts", limits.state().openingBytes() * moneyPartitions);
        out.number("wait_milliseconds", limits.waitNanos() / 1_000_000);
    }

    @Override
    public String version() {
        String packaged = NodeInfo.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}
