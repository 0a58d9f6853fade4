package dev.gridload.cli;

/** How a command ended, for scripts. */
enum ExitCode {
    /** Every row ended well. */
    OK(0),
    /** Usage, configuration or input file. */
    USAGE(1),
    /** Grid, network or database. */
    OUTSIDE(2),
    /** A fault of gridload itself. */
    INTERNAL(3),
    /** Finished, but some rows were rejected or failed. */
    ROWS_FAILED(4),
    /** Stopped, still running, or a person must decide. */
    UNFINISHED(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
