/** What the ports of a node have in common: addresses, certificates, the count of connections. */
package io.windlass.edge.net;
