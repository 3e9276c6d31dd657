package walls.sound.server;

import walls.sound.edge.disk.Segment;
import walls.sound.features.wallet.Transfer;

/** The server joins the two siblings. */
public record Wiring(Segment edge, Transfer feature) {}
