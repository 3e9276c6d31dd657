/**
 * A real server under accidents: it is killed, its disk is full, it is asked for more than it can.
 *
 * <pre>
 *   Load --orders--> server process, killed and started again by Chaos
 *     | answers            | Seen: what it shows after each accident
 *     v                    v
 *   Books  ------------ compare ---> Finding: lost, doubled or wrong
 * </pre>
 *
 * <p>Half of the clients use HTTP, half the binary port through Teller, whose answers are put into
 * the words of HTTP: what both say of an order has to be the same, letter by letter.
 *
 * <p>{@code scripts/chaos} and the build run the same cycles.
 */
package io.windlass.server.chaos;
