package dev.gridload.pipeline.read;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why an input cannot be read at all. What is wrong with one row is a problem of that row instead. */
public final class InputProblem extends RuntimeException {

    /** Stable, for output that machines read. */
    public enum Code {
        FILE_NOT_FOUND,
        FILE_IS_DIRECTORY,
        FILE_UNREADABLE,
        FILE_EMPTY,
        FILE_NOT_CSV,
        FILE_CHANGED,
        CHARSET_WRONG,
        CONTAINER_TRUNCATED,
        CONTAINER_DAMAGED,
        CONTAINER_EMPTY,
        CONTAINER_SEVERAL_FILES,
        CONTAINER_ENCRYPTED,
        CONTAINER_UNSUPPORTED,
        CONTAINER_NESTED,
        CONTAINER_BOMB,
        SHEET_SEVERAL,
        SHEET_UNREADABLE,
        SHEET_UNCALCULATED,
        SHEET_TOO_LARGE,
        HEADER_MISSING,
        HEADER_BROKEN,
        HEADER_NAME_MISSING,
        TOO_MANY_COLUMNS,
        RECORD_ENDLESS,
        SPOOL_NOT_WRITTEN
    }

    private final Code code;
    private final String file;
    private final long line;
    private final String hint;

    /**
     * @param line 0 where no line is meant
     * @param what what was expected and found, without a final stop and without any value
     * @param hint what to do next, without a final stop
     */
    InputProblem(Code code, String file, long line, String what, String hint) {
        this(code, file, line, what, hint, null);
    }

    InputProblem(Code code, String file, long line, String what, String hint, @Nullable Throwable cause) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + what + ". " + hint + ".", cause);
        this.code = code;
        this.file = file;
        this.line = line;
        this.hint = hint;
    }

    static InputProblem unreadable(String file, IOException cause) {
        return new InputProblem(
                Code.FILE_UNREADABLE,
                file,
                0,
                "the file cannot be read (" + cause.getClass().getSimpleName() + ")",
                "Check that it exists and that you may read it",
                cause);
    }

    static InputProblem notSpooled(String file, IOException cause) {
        return new InputProblem(
                Code.SPOOL_NOT_WRITTEN,
                file,
                0,
                "the working copy cannot be written (" + cause.getClass().getSimpleName() + ")",
                "Check the free space and the permissions of gridload's folder",
                cause);
    }

    static InputProblem changed(String file) {
        return new InputProblem(
                Code.FILE_CHANGED,
                file,
                0,
                "the file is not the one that was read before",
                "Leave files alone while they are imported; import the new file by itself");
    }

    public Code code() {
        return code;
    }

    /** The input's name as it was given. */
    public String file() {
        return file;
    }

    /** Physical line; 0 where no line is meant. */
    public long line() {
        return line;
    }

    /** What to do next; part of the message too. */
    public String hint() {
        return hint;
    }
}
