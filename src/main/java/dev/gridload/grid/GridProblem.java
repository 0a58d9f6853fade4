package dev.gridload.grid;

/** Grid could not be asked. Nothing is lost: the import pauses and can be resumed. */
public final class GridProblem extends RuntimeException {

    /** What an operator has to look at. */
    public enum Kind {
        /** The credentials are wrong, or not allowed to do this (401, 403). */
        UNAUTHORIZED,
        /** Grid did not answer, or kept failing. */
        UNREACHABLE,
        /** Grid asked for no request for so long that a person should know of it. */
        RATE_LIMITED,
        /** Grid answered something that no document describes. */
        UNEXPECTED
    }

    private final Kind kind;

    GridProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
