package dev.gridload.customer;

/** How much a problem weighs: an error keeps its row from being sent, a warning does not. */
public enum Severity {
    ERROR,
    WARNING
}
