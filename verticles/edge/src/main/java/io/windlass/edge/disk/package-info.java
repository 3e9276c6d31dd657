/**
 * The kernel's disk on a real file system, and the only package of the server that names Chronicle.
 *
 * <p>The one writer of a file writes with positioned channel writes and syncs with {@code
 * force(false)}; readers copy out of one read-only mapping. Both share the page cache, so the
 * mapping shows a write at once. The space of a file is written, never sparse: a store into a
 * sparse mapping of a full disk kills the process, a write to a full disk is an exception.
 *
 * <p>What is large (a group of many thousand transfers, files of ids, snapshots, zeros) is written
 * past the page cache where the file system can: copying it there cost 1.1 to 1.5 ns a byte on a
 * machine whose memory comes as it is touched (0.3 on warm pages) against 0.1, of a node under full
 * load a third of its processors, and the cache had no room for what is read. A single small frame
 * is written through the cache, which is as fast there and keeps the hot tail for the mapping.
 * Measured with a group of 700 KB and a sync: 388 us past the cache, 452 through it; of 70 KB: 211
 * and 159. {@code PageChannel} keeps both to pages of their own.
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
