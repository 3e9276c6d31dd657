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
 *
 * <p><em>Ageing tables</em>, whose rows are put once and never change (ids that are kept for ever),
 * hold the newest rows in memory and all but the very newest in sealed files, see {@code
 * kernel.archive}. The design says that an id leaves memory at a sequence that is a function of the
 * log alone. Here it leaves when its file is durable, which depends on the disk, because nobody can
 * see it: rules and questions find a row in a file as they find one in memory, digest and count are
 * those of all rows ever put, and a snapshot has every row, in itself or in the files it names. So
 * replicas agree whenever theirs leave, and none has to wait for its disk to agree.
 *
 * <p>What costs time here is waiting for memory, so rows are reached in as few steps as possible: a
 * key that is a row's number needs no search, uncommitted rows are words of one array for each
 * frame, a change may be made on the words of a row in place, and rows that will be wanted soon are
 * touched together, when a frame is decided and again when it commits. Keys go down as their words
 * and the event that a log is full of is applied straight from its bytes, because objects push the
 * rows out of the caches. Measured on two processors: a warm replay of four million transfers went
 * from 0.75 to 2.9 million events for each second of processor time, JSON batches from 260,000 to
 * 309,000 a second (means of two and four runs in turns).
 *
 * <p>A commit does not read the row it writes over, which has left the caches since the decision:
 * the digest needs a sum of its words, and that was taken when the decision copied them. Nor does
 * it clear the place of a pending row that has a number. With a million accounts the median time of
 * a batch fell from 47 to 41 ms (two runs each, in turns).
 */
package io.windlass.kernel.table;
