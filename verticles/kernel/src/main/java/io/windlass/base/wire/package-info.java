/**
 * Bytes and text: the little-endian writer and reader of everything stored or sent, and the few
 * text forms (decimals, time stamps, 128-bit ids) that have to be the same on every machine.
 *
 * <p>Nothing here reads a clock, a locale or a default charset: the same input gives the same bytes
 * in any process, which is what replay and replica comparison stand on.
 */
package io.windlass.base.wire;
