package io.windlass.kernel.feature;

/**
 * The rules said no.
 *
 * @param rejection which rule
 * @param members what the problem document carries beside the common members
 */
public record Rejected(Rejection rejection, Document members) implements Answer {}
