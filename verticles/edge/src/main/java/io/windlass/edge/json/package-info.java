/** JSON for every protocol: strict about what it reads, compact in what it writes. */
package io.windlass.edge.json;
