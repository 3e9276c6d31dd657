package io.windlass.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.windlass.edge.http.Asset;
import io.windlass.edge.http.NodeStatus;
import io.windlass.edge.node.NodeService;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.Unavailable;
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
    private final Document limits;
    private final NodeService service;
    private final NodePartitions partitions;
    private final List<Asset> console = Console.assets();
    private final LiveFigures figures;
    private volatile int binaryPort;

    NodeInfo(
            String nodeId,
            int moneyPartitions,
            Document limits,
            NodeService service,
            NodePartitions partitions,
            MeterRegistry registry) {
        this.partitions = partitions;
        this.nodeId = nodeId;
        this.moneyPartitions = moneyPartitions;
        this.limits = limits;
        this.service = service;
        this.figures = new LiveFigures(registry, moneyPartitions);
    }

    /** Tells on which port the binary protocol is spoken. */
    void binaryPort(int port) {
        binaryPort = port;
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
            out.number("binary_port", binaryPort);
            out.list("groups", List.of(group));
            out.object("limits", limits);
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

    @Override
    public String version() {
        String packaged = NodeInfo.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}
