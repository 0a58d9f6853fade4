package dev.gridload.pipeline.report;

/** Makes text from a file harmless inside a page. */
final class Html {

    private Html() {}

    /** For the body of the page: escaped, and fenced off so that its writing direction stays its own. */
    static String value(String text) {
        return "<bdi>" + text(text) + "</bdi>";
    }

    /** For an attribute. A character that steers the reading order or the terminal is shown by its number. */
    static String text(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> {
                    if (steers(c)) {
                        html.append(String.format("[U+%04X]", c));
                    } else {
                        html.appendCodePoint(c);
                    }
                }
            }
        });
        return html.toString();
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
