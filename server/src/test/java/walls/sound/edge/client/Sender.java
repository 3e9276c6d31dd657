package walls.sound.edge.client;

import walls.sound.edge.binary.Frame;

/** A client that knows frames. */
public record Sender(Frame next) {}
