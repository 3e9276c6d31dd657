/**
 * {@code scripts/backup}: copies the data directory of a running node, and says of a copy whether
 * it is whole.
 *
 * <pre>
 *   DIR/groups                 as in the data directory, where one instant has been cut out:
 *   DIR/partitions/1/...       io.windlass.kernel.backup says how
 *   DIR/backup.manifest        written last: the moment, positions, size and sums of each file
 * </pre>
 */
package io.windlass.server.backup;
