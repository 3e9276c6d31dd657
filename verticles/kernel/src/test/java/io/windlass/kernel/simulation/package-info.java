/**
 * Worlds for the kernel to run in under one seed: what the ports ask for, in memory, with faults.
 * Shipped in the kernel's test jar, so that the tests of other modules use the same.
 */
package io.windlass.kernel.simulation;
