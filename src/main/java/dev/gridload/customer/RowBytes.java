package dev.gridload.customer;

/** A row as it lies in the memory of whoever reads it: no copy, and valid only until the reader moves on. */
public interface RowBytes {

    /** Data record number from 1. */
    long row();

    /** Physical line where the record begins. */
    long line();

    /** How many fields are more than nothing. */
    int filled();

    /** The place in the header of the field that is this one, counted from 0, of those that are more than nothing. */
    int filled(int number);

    /** Whether all of them are ASCII. */
    boolean isAscii();

    /**
     * Has the cell stand for the field at this place of the header; false where nothing stands there, and the cell is left alone.
     * Nobody has looked whether its bytes are UTF-8.
     */
    boolean field(int place, Cell cell);
}
