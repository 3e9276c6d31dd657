package io.windlass.kernel.port;

/**
 * Everything one partition is lent.
 *
 * @param disk the node's data directory
 * @param clock the node's clock
 * @param entropy the node's random bits
 * @param partitionLoop runs the partition; an event loop in a node
 * @param raftLoop runs consensus and the log; may wait for the disk
 * @param readerLoop reads events back from the log; may wait for the disk
 */
public record World(
        Disk disk,
        Clock clock,
        Entropy entropy,
        Loop partitionLoop,
        Loop raftLoop,
        Loop readerLoop) {}
