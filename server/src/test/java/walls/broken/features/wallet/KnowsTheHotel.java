package walls.broken.features.wallet;

import walls.broken.features.hotel.KnowsTheServer;

/** A feature that knows another one that is not listed, and counts money in floating point. */
public record KnowsTheHotel(KnowsTheServer hotel, double amount) {}
