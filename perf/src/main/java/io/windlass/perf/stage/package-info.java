/**
 * JMH benchmarks of the stages that a transfer goes through, and of the two ways to write a log
 * (design decision D4). The ordinary build runs each once.
 */
package io.windlass.perf.stage;
