package dev.gridload.sandbox;

/** What goes wrong. The table of all kinds is in the description of this package. */
sealed interface FaultKind
        permits CallFault, JobFault, JobAnswerFault, ErrorListFault, RowFault, ListFault, AccountFault {

    /** As written in a script. */
    String name();
}
