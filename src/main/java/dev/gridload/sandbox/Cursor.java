package dev.gridload.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The opaque cursor of lists: the number behind which the next page begins. */
final class Cursor {

    private static final String MARK = "after:";

    private Cursor() {}

    static String behind(int number) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + number).getBytes(StandardCharsets.US_ASCII));
    }

    /** -1 for an empty cursor. @throws Refusal when it is none of ours */
    static int number(String cursor) {
        if (cursor.isEmpty()) {
            return -1;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith(MARK)) {
                return Integer.parseInt(text, MARK.length(), text.length(), 10);
            }
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.invalid("cursor is not valid");
        }
        throw Refusal.invalid("cursor is not valid");
    }

    /** The limit of a list: 1 to 100, 20 when absent. @throws Refusal when it is anything else */
    static int limit(Call call) {
        String text = call.query("limit");
        if (text.isEmpty()) {
            return 20;
        }
        if (text.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= 100) {
                return limit;
            }
        }
        throw Refusal.invalid("limit must be 1 to 100");
    }
}
