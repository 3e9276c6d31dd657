/** Tests of what a partition keeps of a frame; the partition itself is tested in the server. */
package io.windlass.kernel.partition;
