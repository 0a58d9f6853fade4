package dev.gridload.pipeline.read;

import java.io.IOException;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/** What can go wrong inside of a workbook, whose reader says it with exceptions of every kind. */
final class SheetProblems {

    private SheetProblems() {}

    /** Reads something of a workbook. */
    interface Reading<T> {
        T read() throws IOException;
    }

    static <T> T guard(String name, Reading<T> reading) {
        try {
            return reading.read();
        } catch (InputProblem problem) {
            throw problem;
        } catch (OutOfMemoryError e) {
            // A part that is out of all proportion: what was gathered for it is free again here.
            throw new InputProblem(
                    InputProblem.Code.SHEET_TOO_LARGE,
                    name,
                    0,
                    "the workbook does not fit into memory",
                    "Save the sheet as CSV UTF-8, which may be of any size",
                    e);
        } catch (IOException | RuntimeException e) {
            throw unreadable(name, e);
        }
    }

    static InputProblem unreadable(String name, Exception cause) {
        Throwable shown = cause instanceof ExcelReaderException && cause.getCause() != null ? cause.getCause() : cause;
        return new InputProblem(
                InputProblem.Code.SHEET_UNREADABLE,
                name,
                0,
                "the workbook cannot be read (" + shown.getClass().getSimpleName() + ")",
                "Open it in a spreadsheet program and save the sheet as CSV UTF-8",
                cause);
    }
}
