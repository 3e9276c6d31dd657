/**
 * A client for the tests of servers.
 *
 * <p>Shipped in the kernel's test jar, so that the tests of edge and server use the same.
 */
package io.windlass.base.client;
