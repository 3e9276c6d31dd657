/** Benchmarks and load, beside the layers: they see every module and none sees them. */
package io.windlass.perf;
