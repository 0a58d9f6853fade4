package dev.gridload.ledger;

/**
 * Whole records of the spooled file, staged in one transaction.
 *
 * @param offset of its first byte in the spooled file
 * @param length in bytes
 * @param firstRow record number of its first record, from 1
 * @param firstLine physical line where that record begins
 */
public record StoredBlock(int no, long offset, int length, long firstRow, long firstLine, int records) {}
