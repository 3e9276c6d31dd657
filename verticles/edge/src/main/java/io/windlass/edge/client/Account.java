package io.windlass.edge.client;

/**
 * An account as transfers name it.
 *
 * @param name its id
 * @param handle what stands for it in frames
 * @param currency the number of its currency in the node's table
 * @param scale the digits behind the point of an amount in it
 */
public record Account(String name, long handle, int currency, int scale) {
    private static final int SCALE_SHIFT = 16;

    static Account of(String name, long handle, long detail) {
        return new Account(
                name, handle, (int) detail & 0xFFFF, (int) (detail >>> SCALE_SHIFT) & 0xFF);
    }
}
