/**
 * The console: a page at {@code /} that draws what the node counts, once a second, and moves money
 * through the public API. What no meter of the node counts is not shown. Its files are resources;
 * the charts are drawn by Chart.js from its WebJar.
 */
package io.windlass.server.console;
