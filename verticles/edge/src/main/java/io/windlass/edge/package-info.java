/** Where the machine meets the world: sockets, disk and outside engines. */
package io.windlass.edge;
