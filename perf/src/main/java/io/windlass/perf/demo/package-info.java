/**
 * {@code scripts/demo}: reads transfers from CSV, opens the accounts they name, posts every line to
 * a running node and says what came of it.
 *
 * <p>A line's id makes it safe to send again, so an interrupted run is simply run once more.
 */
package io.windlass.perf.demo;
