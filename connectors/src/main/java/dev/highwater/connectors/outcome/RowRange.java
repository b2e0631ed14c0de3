package dev.highwater.connectors.outcome;

/**
 * Rows that lie one behind the other in a file.
 *
 * @param offset of the first
 * @param rows how many, at least 1
 */
record RowRange(long offset, long rows) {}
