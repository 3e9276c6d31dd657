/** Restarts of one partition with all features, on a simulated disk and in virtual time. */
package io.windlass.server.restart;
