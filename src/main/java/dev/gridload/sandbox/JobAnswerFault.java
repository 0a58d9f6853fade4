package dev.gridload.sandbox;

/** A fault of one answer about a job; calls are counted for each job by itself. */
enum JobAnswerFault implements FaultKind {
    /** The job is not known: 404. */
    JOB_NOT_FOUND,
    /** A status of the given name, whatever it is. */
    JOB_STATUS,
    /** PROCESSING with half of the progress. */
    JOB_BACKWARDS
}
