/**
 * The load generator and the measurements behind {@code scripts/bench}.
 *
 * <p>It shares the machine with the node it measures, so it is one event loop with raw sockets and
 * HTTP/1.1 written by hand. With a rate it is open-loop: the latency of a request counts from the
 * moment it was due, whether or not a connection was free then (corrected for coordinated
 * omission). Without one every connection sends its next request when the last one is answered.
 */
package io.windlass.perf.bench;
