package dev.gridload.sandbox;

/** A fault of one row of a bulk upload. */
enum RowFault implements FaultKind {
    /** The row becomes no customer. */
    ROW_FAILS
}
