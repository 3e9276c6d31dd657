package walls.broken.edge;

import walls.broken.features.wallet.KnowsTheHotel;

/** Edge that knows its sibling. */
public record KnowsAFeature(KnowsTheHotel feature) {}
