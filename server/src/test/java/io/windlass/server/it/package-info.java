/**
 * The server as its users meet it: a process of its own, real sockets, real files, and an end at
 * any moment.
 */
package io.windlass.server.it;
