package dev.gridload.pipeline.read;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The line {@code sep=;} with which a file tells Excel its delimiter; no record.
 *
 * @param end position after the line
 */
record SeparatorLine(char delimiter, long end) {

    private static final Pattern LINE =
            Pattern.compile("(?:sep=(.)|\"sep=(.)\")(?:\r\n|\r|\n)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 9;

    /** The line that begins at this byte; null where another one does. */
    static @Nullable SeparatorLine at(ByteSource source, long position) {
        byte[] bytes = new byte[LONGEST];
        int filled = 0;
        while (filled < LONGEST) {
            int read = source.read(position + filled, bytes, filled, LONGEST - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        Matcher line = LINE.matcher(new String(bytes, 0, filled, StandardCharsets.ISO_8859_1));
        if (!line.lookingAt()) {
            return null;
        }
        char delimiter = (line.group(1) == null ? line.group(2) : line.group(1)).charAt(0);
        return InputOptions.canDelimit(delimiter) ? new SeparatorLine(delimiter, position + line.end()) : null;
    }
}
