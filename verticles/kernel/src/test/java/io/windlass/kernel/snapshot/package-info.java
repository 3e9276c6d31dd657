/** What tests need of the snapshots' own format. */
package io.windlass.kernel.snapshot;
