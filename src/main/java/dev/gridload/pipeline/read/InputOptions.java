package dev.gridload.pipeline.read;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about an input.
 *
 * @param charset null: what a byte order mark says, UTF-8, or else what is detected
 * @param delimiter an ASCII character that is no quote, line end or letter; null: taken from the header
 */
public record InputOptions(
        @Nullable Charset charset, @Nullable Character delimiter) {

    /**
     * Refuses a delimiter that cannot be one.
     *
     * @throws IllegalArgumentException with what a delimiter may be
     */
    public InputOptions {
        if (delimiter != null && !canDelimit(delimiter)) {
            throw new IllegalArgumentException(
                    "The delimiter must be one ASCII character such as , ; | or tab, and no quote, line end, letter or digit");
        }
    }

    /** Find out everything from the input. */
    public static InputOptions detect() {
        return new InputOptions(null, null);
    }

    static boolean canDelimit(char c) {
        return c == '\t' || (c >= ' ' && c < 0x7F && c != '"' && !Character.isLetterOrDigit(c));
    }
}
