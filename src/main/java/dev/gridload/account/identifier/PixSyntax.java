package dev.gridload.account.identifier;

/** The forms that DICT, the directory of PIX keys, accepts. Source: Banco Central do Brasil, API DICT. */
final class PixSyntax {

    private static final String UUID = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    private static final String EMAIL_MARKS = ".!#$&'*+/=?^_`{|}~-";

    private PixSyntax() {}

    static boolean isCnpj(CharSequence key) {
        if (key.length() != 14 || !Ascii.isDigits(key, 12)) {
            return false;
        }
        for (int i = 0; i < 12; i++) {
            if (!Ascii.isUpperOrDigit(key.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Of any version: the example of the central bank is not a version 4. */
    static boolean isUuid(CharSequence key) {
        if (key.length() != UUID.length()) {
            return false;
        }
        for (int i = 0; i < UUID.length(); i++) {
            char c = key.charAt(i);
            boolean good = UUID.charAt(i) == '-' ? c == '-' : Ascii.isDigit(c) || (c >= 'a' && c <= 'f');
            if (!good) {
                return false;
            }
        }
        return true;
    }

    static boolean isPhone(CharSequence key) {
        return key.length() >= 4
                && key.length() <= 17
                && key.charAt(0) == '+'
                && key.charAt(1) != '0'
                && Ascii.isDigits(key, 1);
    }

    /** Lower case, no quoting, labels of at most 63 characters. */
    static boolean isEmail(CharSequence key) {
        int at = 0;
        while (at < key.length() && key.charAt(at) != '@') {
            char c = key.charAt(at);
            if (!Ascii.isDigit(c) && !Ascii.isLower(c) && EMAIL_MARKS.indexOf(c) < 0) {
                return false;
            }
            at++;
        }
        return at > 0 && isDomain(key, at + 1);
    }

    private static boolean isDomain(CharSequence key, int from) {
        int label = from;
        for (int i = from; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c == '.') {
                if (!isLabel(key, label, i)) {
                    return false;
                }
                label = i + 1;
            } else if (!Ascii.isDigit(c) && !Ascii.isLower(c) && c != '-') {
                return false;
            }
        }
        return isLabel(key, label, key.length());
    }

    private static boolean isLabel(CharSequence key, int from, int to) {
        return to > from && to - from <= 63 && key.charAt(from) != '-' && key.charAt(to - 1) != '-';
    }
}
