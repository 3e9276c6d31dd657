<<<<<<< HEAD
/**
 * The deterministic machine: features decide, tables hold, the log keeps, consensus orders, a
 * partition joins them. It names no thread, no clock, no socket and no file; those come through
 * {@link io.windlass.kernel.port}.
 */
=======
/** The deterministic machine: rules, tables, log and consensus, free of clock, thread and disk. */
>>>>>>> walls
package io.windlass.kernel;
