package dev.gridload.customer;

/** A row as it lies in the memory of whoever reads it: no copy, and valid only until the reader moves on. */
public interface RowView {

    /** Data record number from 1. */
    long row();

    /** Physical line where the record begins. */
    long line();

    /** The field at this place of the header; empty where nothing stands there. */
    CharSequence field(int place);
}
