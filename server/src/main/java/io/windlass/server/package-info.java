/** The composition root: settings, wiring, start and stop. */
package io.windlass.server;
