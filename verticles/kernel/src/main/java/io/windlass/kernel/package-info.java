/**
 * The deterministic machine: features decide, tables hold, the log keeps, consensus orders, a
 * partition joins them. It names no thread, no clock, no socket and no file; those come through
 * {@link io.windlass.kernel.port}.
 */
package io.windlass.kernel;
