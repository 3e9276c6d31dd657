/**
 * How fast a node starts: replay of a log of real transfers over real files, and loading of a
 * snapshot. {@link io.windlass.perf.replay.ReplayMain} prints the figures.
 */
package io.windlass.perf.replay;
