package dev.gridload.pipeline.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;

/** A result file that could not be written. The rows are in the ledger, so it can be written again. */
public final class ResultsNotWritten extends RuntimeException {

    ResultsNotWritten(String message) {
        super(message);
    }

    private ResultsNotWritten(String message, IOException cause) {
        super(message, cause);
    }

    static ResultsNotWritten noFolder(Path folder, IOException refused) {
        return new ResultsNotWritten(
                "The folder " + folder + " cannot hold the results ("
                        + (refused instanceof AccessDeniedException
                                ? "it may not be written to"
                                : refused instanceof FileAlreadyExistsException
                                        ? "a file has that name"
                                        : refused.getClass().getSimpleName())
                        + "). Choose another with --output.",
                refused);
    }

    static ResultsNotWritten because(Path target, IOException refused) {
        String reason = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        Path folder = target.toAbsolutePath().normalize().getParent();
        if (reason.contains("no space left")
                || reason.contains("quota exceeded")
                || reason.contains("not enough space")) {
            return new ResultsNotWritten(
                    "The disk is full: " + target
                            + " was not written. Make room, then write the results again: gridload results ID.",
                    refused);
        }
        if (refused instanceof AccessDeniedException
                || reason.contains("read-only")
                || reason.contains("not permitted")) {
            return new ResultsNotWritten(
                    "The folder " + folder + " may not be written to: " + target.getFileName()
                            + " is missing. Change its permissions, or choose another.",
                    refused);
        }
        return new ResultsNotWritten(
                "The result file " + target + " was not written ("
                        + refused.getClass().getSimpleName()
                        + "). Check the disk, then write the results again: gridload results ID.",
                refused);
    }
}
