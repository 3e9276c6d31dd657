package io.windlass.kernel.archive;

/**
 * The rows of a table as words.
 *
 * @param table its name
 * @param keyWords how many words the key has, with which a row begins
 * @param words how many words a row has
 */
public record Shape(String table, int keyWords, int words) {}
