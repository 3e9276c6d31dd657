/**
 * State snapshots: the committed rows of a partition in files, so that a restart reads the newest
 * of them and only the frames behind it.
 *
 * <pre>
 *   partitions/1/snapshots/
 *     00000000000000001234.state          the manifest, written last
 *     00000000000000001234-000000.part    about 1 MiB of one table, or of byte strings
 *     00000000000000001234-000001.part    ...
 * </pre>
 *
 * <p>The number is the sequence of the newest event in it. Every file is put in place as a whole
 * and durable before the next one; a snapshot without a manifest is none, and its parts are removed
 * before the next one is made. Two are kept. Rows that are in sealed files are not in it: its
 * manifest names the files, and one that is missing or damaged makes it unusable. A snapshot is a
 * short cut only: the whole log is kept, so without a valid one everything is replayed.
 */
package io.windlass.kernel.snapshot;
