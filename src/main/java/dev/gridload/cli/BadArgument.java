package dev.gridload.cli;

/** An argument that is well formed and means nothing here. */
final class BadArgument extends RuntimeException {

    BadArgument(String message) {
        super(message);
    }
}
