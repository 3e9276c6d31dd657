package io.windlass.server;

import io.windlass.edge.http.BatchLimits;
import io.windlass.kernel.feature.Document;
import io.windlass.kernel.feature.DocumentWriter;
import io.windlass.kernel.partition.Limits;

/**
 * The bounds of a node, as they are printed at its start and shown in {@code GET /v1/info}.
 *
 * @param http those of HTTP
 * @param binary those of the binary port
 * @param partition those of each partition
 * @param partitions how many there are
 */
record NodeLimits(HttpPlan http, BinaryPlan binary, Limits partition, int partitions)
        implements Document {
    @Override
    public void write(DocumentWriter out) {
        http.limits(out);
        binary.limits(out);
        out.number("batch_bytes", BatchLimits.DEFAULT.bodyBytesMax());
        out.number("batch_items", BatchLimits.DEFAULT.itemsMax());
        out.number("stream_lines", BatchLimits.DEFAULT.linesMax());
        out.number("stream_line_bytes", BatchLimits.DEFAULT.lineBytesMax());
        out.number("stream_lines_in_flight", BatchLimits.DEFAULT.linesInFlight());
        out.number("mailbox_bytes", partition.mailboxBytes());
        out.number("inbox_commands", partition.inboxCommands());
        out.number("inbox_bytes", partition.inboxBytes());
        out.number("frame_events", partition.frameEvents());
        out.number("frame_bytes", partition.frameBytes());
        out.number("frames_in_flight", partition.framesInFlight());
        out.number("pending_events", partition.pendingEvents());
        out.number("pending_bytes", partition.pendingBytes());
        out.number("lookups", partition.lookups());
        out.number("table_bytes", partition.state().tableBytes() * partitions);
        out.number("table_bytes_for_new_accounts", partition.state().openingBytes() * partitions);
        out.number("ids_hot", partition.state().ids().hot());
        out.number("ids_sealed", partition.state().ids().sealed());
        out.number("wait_milliseconds", partition.waitNanos() / 1_000_000);
    }
}
