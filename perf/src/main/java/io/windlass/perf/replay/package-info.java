/**
 * What a partition does by itself: how fast it starts (replay of a log of real transfers over real
 * files, and loading of a snapshot) and how fast it takes packed transfers. {@link
 * io.windlass.perf.replay.ReplayMain} and {@link io.windlass.perf.replay.PackedMain} print the
 * figures.
 */
package io.windlass.perf.replay;
