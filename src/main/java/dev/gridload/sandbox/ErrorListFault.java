package dev.gridload.sandbox;

/** A fault of the list of errors that a bulk job answers with; its counts stay true. */
enum ErrorListFault implements FaultKind {
    /** Only the first entries; none by default. */
    ERRORS_TRUNCATED,
    /** Every entry twice. */
    ERRORS_DOUBLED,
    /** An entry more, for an id that was not in the upload. */
    ERRORS_EXTRA,
    /** The row's number in place of its id. */
    ERRORS_BY_ROW,
    /** Another code in every entry. */
    ERRORS_CODE
}
