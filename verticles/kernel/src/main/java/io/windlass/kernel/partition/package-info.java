/**
 * A partition: the single writer of its tables. It decides ahead of commit, moves rows down when a
 * frame commits, and answers what it has promised.
 *
 * <pre>
 *   inbox -> decide -> pending layer -> frame -> Consensus
 *                                                  |
 *   answers, views  <- rows move down  <- committed(frame)
 * </pre>
 */
package io.windlass.kernel.partition;
