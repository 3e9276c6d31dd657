/**
 * The state of a partition: named tables of fixed-width rows.
 *
 * <pre>
 *   rules (decide)  --read-->  pending layer  --falls through-->  committed rows
 *   events (evolve) --write->  pending layer     commit moves down ---^
 *   followers, replay          -------------------write directly------^
 *   queries, views             -------------------read only-----------^
 *   scans, snapshots           a frozen cut of the committed rows (copy on write)
 * </pre>
 *
 * <p>A row is an immutable record in rules and a run of 64-bit words in memory. Rows are never
 * removed, so their order is the order of first insertion, which is a function of the log alone:
 * the same log gives the same bytes, the same digest and the same order on every replica. Nobody
 * iterates a hash map here.
 */
package io.windlass.kernel.table;
