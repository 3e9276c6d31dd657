package io.windlass.edge.binary;

/**
 * What stands for a name in packed commands.
 *
 * @param number 0 if nothing has that name
 * @param detail of an account: number of its currency in bits 0 to 15, its scale in 16 to 23
 */
public record Handle(long number, long detail) {}
