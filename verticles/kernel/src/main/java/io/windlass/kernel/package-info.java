/** The deterministic machine: rules, tables, log and consensus, free of clock, thread and disk. */
package io.windlass.kernel;
