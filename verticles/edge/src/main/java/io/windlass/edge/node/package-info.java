/**
 * A node's partitions on Vert.x: one event loop for each partition, one worker thread for its Raft
 * member and log, one door for all protocols.
 *
 * <pre>
 *   HTTP loop --Mailbox--> partition's loop --ContextLoop--> Raft worker (append, sync)
 *       ^------Mailbox-----------'   ^----------------------------'
 * </pre>
 *
 * <p>Only batches cross threads: a mailbox wakes its loop once for everything that came since.
 */
package io.windlass.edge.node;
