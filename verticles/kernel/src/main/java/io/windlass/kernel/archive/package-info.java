/**
 * Rows that may leave memory: those of an ageing table (see {@code table.RowType}) but for the
 * newest, in sealed files that are never written again, with filters in memory that know which keys
 * may be in them.
 *
 * <pre>
 *   partitions/1/archive/
 *     transaction-ids-00000000000000000017-00000000000001000016.sealed     sequences, first to last
 *
 *   block 0         what the file is
 *   block 1 ..      the hashes of the keys, sorted, 511 in a block
 *   behind them     the rows in the same order, as many as fit in a block
 *
 *   a block, 4,096 bytes, little-endian:
 *     content 4,088, zeros behind its end | number of the block u32 | crc32c u32 of all before it
 * </pre>
 *
 * <p>The hashes come first because a search needs only them, and the first hash of each block stays
 * in memory (eight bytes for 511 rows), so a row is found with one read of a block for its hash and
 * one for itself; guessing the place from the hash instead would take no memory, but often a second
 * read and a search that tricked hashes can make long. Everything that is read is checked.
 *
 * <p>A file is put in place as a whole when all of it is durable; only then do its rows leave
 * memory. The log has every row as well: a file that cannot be made leaves the rows where they are,
 * and one that is found damaged at a start is passed over together with the snapshot that names it,
 * and made again. A replay that comes to the rows of a file writes it again, as it was: whether the
 * name of one that is there will last is not known.
 *
 * <p><em>Filters.</em> A chain of blocked Bloom filters (Putze, Sanders, Singler: Cache-, Hash- and
 * Space-Efficient Bloom Filters, 2007): one block of 64 bytes for a key, four bytes for a row, at
 * most 1 in 100,000 keys wrongly taken for known. Each covers a run of files, twice as many rows as
 * the one before it, so a billion rows need six; the next one is made piece by piece as this one
 * fills, so beside a full filter lie eight bytes more for each of its rows. A key that a filter
 * knows is looked for in all files of its run, the newest first: with hundreds of files an old id
 * costs hundreds of reads, and the next step would be to merge files.
 *
 * <p>Measured on two busy processors: a file of a million rows is written in 0.3 to 1.0 s; at a
 * start the filters of a million rows are made again in 25 to 50 ms, before the partition leads; a
 * row in one of eight files that the page cache has is found in 13 us; two filters of 36 MB say no
 * to a key within 65 ns.
 */
package io.windlass.kernel.archive;
