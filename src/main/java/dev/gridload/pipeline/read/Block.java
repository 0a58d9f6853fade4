package dev.gridload.pipeline.read;

/**
 * Whole records that stand together in the input: what is read, checked and stored at once.
 *
 * @param number from 1
 * @param offset position of the first record's first byte
 * @param length bytes to the end of the last record, its line end included
 * @param firstRow number of the first record; the input's first record is 1
 * @param firstLine physical line where the first record begins
 * @param records how many records begin in the block, defective ones included; at least 1
 */
public record Block(int number, long offset, int length, long firstRow, long firstLine, int records) {

    /** Position after the last record. */
    long end() {
        return offset + length;
    }
}
