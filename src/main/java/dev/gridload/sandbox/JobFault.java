package dev.gridload.sandbox;

/** A fault that a bulk job is born with. */
enum JobFault implements FaultKind {
    /** It stays PENDING, or PROCESSING after some rows, for a time or for ever. */
    JOB_STUCK,
    /** It ends as FAILED after some rows; the others are never looked at. */
    JOB_FAILED,
    /** Asked again after it said how it ended, it says PROCESSING once. */
    JOB_REOPENED,
    /** It answers in the given shape. */
    JOB_SHAPE,
    /** The network delivers the upload twice: two jobs, one answer. */
    UPLOAD_REPLAYED
}
