package dev.gridload.pipeline.validate;

/**
 * What a value is written with, as far as that says what need not be asked of it.
 *
 * @param isPlain whether it is printable ASCII that has no space at its ends, and begins neither as a formula nor with an apostrophe
 * @param hasSmallLetter of ASCII
 * @param hasSeparator a space or a hyphen
 */
record Spelling(boolean isPlain, boolean hasSmallLetter, boolean hasSeparator) {

    private static final Spelling OTHER = new Spelling(false, true, true);
    private static final Spelling PLAIN = new Spelling(true, false, false);
    private static final Spelling SMALL = new Spelling(true, true, false);
    private static final Spelling SEPARATED = new Spelling(true, false, true);
    private static final Spelling SMALL_SEPARATED = new Spelling(true, true, true);

    static Spelling of(String value) {
        int last = value.length() - 1;
        if (last < 0 || value.charAt(last) == ' ') {
            return OTHER;
        }
        char first = value.charAt(0);
        if (first == ' ' || first == '=' || first == '\'') {
            return OTHER;
        }
        boolean small = false;
        boolean separated = false;
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                return OTHER;
            }
            small |= c >= 'a' && c <= 'z';
            separated |= c == ' ' || c == '-';
        }
        if (small) {
            return separated ? SMALL_SEPARATED : SMALL;
        }
        return separated ? SEPARATED : PLAIN;
    }
}
