package dev.gridload.pipeline.read;

/** Why a record cannot be read as a row; the names are the codes that operators filter on. */
public enum Defect {
    QUOTE_BROKEN("Double every quote inside a quoted field, or remove its quotes; reading went on at the next line"),
    QUOTE_UNCLOSED("Add the closing quote, or remove the opening one; reading went on at the next line"),
    RECORD_TOO_LONG("Check for a missing line end, or for a quote that closes too late"),
    FIELD_TOO_LONG("Shorten the field, or check for a missing delimiter or a quote that closes too late"),
    CONTROL_CHARACTER("Remove the NUL bytes, or export the file again as text"),
    EMPTY_ROW("Delete the empty rows of the spreadsheet; an empty row is never sent"),
    COLUMN_COUNT("One field per column is expected, empty ones included"),
    COLUMN_UNNAMED("Give the column a name in the header, or delete its values"),
    ENCODING("Save the file as UTF-8, or name its encoding with --charset, for example --charset windows-1252");

    private final String hint;

    Defect(String hint) {
        this.hint = hint;
    }

    /** What to do next. */
    public String hint() {
        return hint;
    }
}
