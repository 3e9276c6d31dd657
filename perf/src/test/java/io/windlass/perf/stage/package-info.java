/** Tests of the benchmarks. */
package io.windlass.perf.stage;
