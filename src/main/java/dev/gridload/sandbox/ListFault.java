package dev.gridload.sandbox;

/** A fault of the customer list. */
enum ListFault implements FaultKind {
    /** Customers appear in lists and look-ups only some time after their creation. */
    LATE_VISIBILITY,
    /** The cursor of a page leads to the same page again. */
    PAGE_REPEATED,
    /** The cursor of a page leads past the next one. */
    PAGE_SKIPPED
}
