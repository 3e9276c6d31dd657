/**
 * A partition: the single writer of its tables. It decides ahead of commit, moves rows down when a
 * frame commits, and answers what it has promised.
 *
 * <pre>
 *   inbox -> decide -> pending layer -> frame -> Consensus
 *                                                  |
 *   answers, views  <- rows move down  <- committed(frame)
 * </pre>
 *
 * <p>Commands are decided in groups: the group names what it will ask for, which brings it near,
 * and if rows are among it that only a file may have, nothing is decided until a worker has fetched
 * them; what was decided before goes out meanwhile.
 */
package io.windlass.kernel.partition;
