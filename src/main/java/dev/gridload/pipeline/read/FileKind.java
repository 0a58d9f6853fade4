package dev.gridload.pipeline.read;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a file that is no CSV file seems to be, by the bytes it begins with. */
enum FileKind {
    ZIP("504b0304", "a zip archive or an Excel workbook", "Unpack it first"),
    EMPTY_ZIP("504b0506", "an empty zip archive", "Pack it again, with the CSV file in it"),
    OLD_EXCEL("d0cf11e0", "an old or password-protected Excel workbook", "Save the sheet as .xlsx or CSV UTF-8"),
    GZIP("1f8b", "compressed with gzip", "Unpack it first"),
    BZIP2("425a68", "compressed with bzip2", "Unpack it first, for example with bunzip2"),
    ZSTANDARD("28b52ffd", "compressed with zstd", "Unpack it first, for example with unzstd"),
    PDF("25504446", "a PDF document", "Export the customers as CSV UTF-8"),
    UTF_32("fffe0000", "text in UTF-32", "Save it as UTF-8"),
    XML("3c", "an HTML or XML document", "Export the customers as CSV UTF-8"),
    JSON_OBJECT("7b", "a JSON document", "Export the customers as CSV UTF-8"),
    JSON_ARRAY("5b", "a JSON document", "Export the customers as CSV UTF-8");

    private static final int LONGEST = 4;

    private final String magic;
    private final String description;
    private final String hint;

    FileKind(String magic, String description, String hint) {
        this.magic = magic;
        this.description = description;
        this.hint = hint;
    }

    /** The kind of a file that begins so; null where it may be CSV. */
    static @Nullable FileKind of(byte[] head) {
        for (FileKind kind : values()) {
            if (kind.begins(head)) {
                return kind;
            }
        }
        return null;
    }

    InputProblem problem(String name) {
        return new InputProblem(
                InputProblem.Code.FILE_NOT_CSV,
                name,
                0,
                "expected a CSV file, but this one seems to be " + description,
                hint);
    }

    /** The same where it came out of an archive. */
    InputProblem problemInside(String name) {
        boolean nested = this == ZIP || this == EMPTY_ZIP || this == GZIP || this == BZIP2 || this == ZSTANDARD;
        return new InputProblem(
                nested ? InputProblem.Code.CONTAINER_NESTED : InputProblem.Code.FILE_NOT_CSV,
                name,
                0,
                "expected a CSV file in the archive, but the one in it seems to be " + description,
                nested ? "Unpack the outer archive and give what is in it" : hint);
    }

    private boolean begins(byte[] head) {
        return HexFormat.of().formatHex(head, 0, Math.min(head.length, LONGEST)).startsWith(magic);
    }
}
