package dev.gridload.pipeline.read;

import java.nio.charset.Charset;

/**
 * How the records of a spooled input are written. Text form and {@link #parse} are a pair, for storing.
 *
 * @param delimiter what separates fields
 * @param charset of the spooled bytes: UTF-8, or a single-byte charset that contains ASCII
 * @param bom whether the spooled bytes begin with a UTF-8 byte order mark
 * @param original charset of the input as it came; another one than {@code charset} where it was converted
 * @param columns fields that every record must have, trailing nameless ones included, which {@code Header} leaves out
 * @param sheet whether the input was a sheet, so that a record is one line, whatever line breaks stand in its fields
 */
public record Dialect(char delimiter, Charset charset, boolean bom, Charset original, int columns, boolean sheet) {

    private static final String SHEET = " sheet=true";

    /** For example {@code delimiter=2c charset=UTF-8 bom=false original=UTF-8 columns=16}, with {@code sheet=true} for a sheet. */
    @Override
    public String toString() {
        return "delimiter=" + Integer.toHexString(delimiter) + " charset=" + charset.name() + " bom=" + bom
                + " original=" + original.name() + " columns=" + columns + (sheet ? SHEET : "");
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if it is not one of {@link #toString()}
     */
    public static Dialect parse(String text) {
        boolean sheet = text.endsWith(SHEET);
        String[] parts = (sheet ? text.substring(0, text.length() - SHEET.length()) : text).split(" ", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("Not a dialect: " + text);
        }
        return new Dialect(
                (char) Integer.parseInt(value(parts[0], "delimiter"), 16),
                Charset.forName(value(parts[1], "charset")),
                Boolean.parseBoolean(value(parts[2], "bom")),
                Charset.forName(value(parts[3], "original")),
                Integer.parseInt(value(parts[4], "columns")),
                sheet);
    }

    private static String value(String part, String key) {
        if (!part.startsWith(key + "=")) {
            throw new IllegalArgumentException("Expected " + key + "= in a dialect, found " + part);
        }
        return part.substring(key.length() + 1);
    }
}
