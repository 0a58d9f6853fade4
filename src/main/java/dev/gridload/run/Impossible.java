package dev.gridload.run;

/** What was asked for cannot be done with the import as it stands. The message says why, and what can be done instead. */
public final class Impossible extends RuntimeException {

    Impossible(String message) {
        super(message);
    }
}
