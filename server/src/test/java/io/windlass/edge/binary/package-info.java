/** What the protocol's layouts have to share with the features that read them. */
package io.windlass.edge.binary;
