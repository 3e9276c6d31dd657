/** One replica, the real library with it, on a scheduler of the test's own. */
package io.windlass.kernel.raft;
