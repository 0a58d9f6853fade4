package dev.gridload.pipeline.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of a workbook, where a character that XML cannot hold is written {@code _x000D_}: ECMA-376 part 1, 22.9.2.19. */
final class EscapedText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EscapedText() {}

    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        Matcher escape = ESCAPE.matcher(text);
        StringBuilder decoded = new StringBuilder();
        while (escape.find()) {
            char each = (char) Integer.parseInt(escape.group(1), 16);
            // Half a pair is no character by itself; it stays as it is written.
            String character = Character.isSurrogate(each) ? escape.group() : String.valueOf(each);
            escape.appendReplacement(decoded, Matcher.quoteReplacement(character));
        }
        return escape.appendTail(decoded).toString();
    }
}
