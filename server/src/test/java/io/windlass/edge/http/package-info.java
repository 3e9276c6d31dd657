/** Whether a batch is the same whichever way it takes: what the edge cannot see by itself. */
package io.windlass.edge.http;
