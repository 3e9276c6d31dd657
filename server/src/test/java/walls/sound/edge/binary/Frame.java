package walls.sound.edge.binary;

/** What goes over a connection. */
public record Frame(int length) {}
