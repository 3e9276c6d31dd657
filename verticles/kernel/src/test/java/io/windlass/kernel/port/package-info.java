/** What every implementation of a port has to pass: the simulator's and the real one. */
package io.windlass.kernel.port;
