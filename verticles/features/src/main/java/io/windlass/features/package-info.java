/** The systems Windlass offers, a flat package each; none of them knows the edge. */
package io.windlass.features;
