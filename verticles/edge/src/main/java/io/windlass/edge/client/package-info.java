/**
 * A client of the binary protocol for programs on Vert.x.
 *
 * <pre>
 *   transfer -- Singles: what waits goes out as one frame --\
 *   send(batch), call, accounts -- Dispatch: in order ------- Link: credit, correlation -- socket
 *                                  Dialer: connects again --/
 * </pre>
 *
 * <p>A {@code Client} belongs to one event loop: it is made there, and everything is called and
 * answered there. While a frame of single transfers is on its way the next ones gather; there is no
 * timer that makes anything wait. What is sent again keeps its id, so it is executed once.
 *
 * <p>It needs Vert.x, {@code edge.binary} and {@code base}, and nothing else of Windlass.
 */
package io.windlass.edge.client;
