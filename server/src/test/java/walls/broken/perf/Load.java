package walls.broken.perf;

/** Something the server has no business with. */
public record Load(long rate) {}
