/**
 * The kernel's disk on a real file system, and the only package of the server that names Chronicle.
 *
 * <p>The one writer of a file writes with positioned channel writes and syncs with {@code
 * force(false)}; readers copy out of one read-only mapping. The mapping shows a write at once: what
 * goes through the page cache it shares, and of what goes past the cache the system drops the
 * cached pages, so the next touch reads them from the disk. The space of a file is written, never
 * sparse: a store into a sparse mapping of a full disk kills the process, a write to a full disk is
 * an exception.
 *
 * <p>Where the file system can, all that is appended to a file of this process is written past the
 * page cache, in whole pages of which the last is kept and written again with what comes next.
 * Copying into the cache cost 1.1 to 1.5 ns a byte on a machine whose memory comes as it is touched
 * (0.3 on warm pages) against 0.1: of a node under full load a third of its processors, of the
 * log's thread at half load a quarter. Measured there, batches of 64 at 300,000 transfers a second:
 * 2.40 and 2.54 s of processor for a million past the cache, 2.65 to 2.67 through it, half of the
 * answers in 0.47 to 0.50 ms for 0.55 to 0.59; one client with one transfer at a time the same,
 * 0.22 ms. Of a file that a process before wrote only what is large goes that way, since the rest
 * of its last page would have to be read first; and a file of a single word stays in the cache.
 * {@code PageChannel} keeps both ways to pages of their own.
 *
 * <p>A file is filled with zeros in synced steps of 1 MiB. How large it shall be, a crash must not
 * make it forget; so the size stands in its name until it is full:
 *
 * <pre>
 *   data/~lock                          held while a process has the directory open
 *   data/~spares/3~268435456            zeros, filled ahead; full when as long as its name says
 *   data/~used/7                        what was deleted and is large, to be written over
 *   data/log/1/000001.log               full
 *   data/log/1/000002.log~268435456     being filled; list() and open() call it 000002.log
 *   data/raft/1/vote~new                the temporary file of replace()
 *
 *   create, spare ready:    ~spares/3~N --rename--> 000002.log             one rename and its syncs
 *   create, none ready:     000002.log~N, 16 MiB, the rest behind --rename when full--> 000002.log
 *   open after a crash:     000002.log~N goes on at its length, rounded down to a step
 * </pre>
 *
 * <p>A step counts as filled when it is synced, and only a filled step takes data; so rounding down
 * never meets data, and a length that ends on a step is trusted after a sync. Up to two spares of
 * each size wait for the next {@code create}, for all directories together; the directory {@code
 * ~spares} may be deleted while no process runs.
 */
package io.windlass.edge.disk;
