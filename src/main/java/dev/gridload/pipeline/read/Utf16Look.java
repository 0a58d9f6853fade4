package dev.gridload.pipeline.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Knows UTF-16 that has no byte order mark by its zero bytes: every second one, where the text is ASCII. */
final class Utf16Look {

    private static final int COMMON_PERCENT = 40;
    private static final int RARE_PERCENT = 5;

    private Utf16Look() {}

    /** UTF-16LE or UTF-16BE; null where the bytes do not look so. */
    static @Nullable Charset of(byte[] head) {
        int pairs = head.length / 2;
        if (pairs < 2) {
            return null;
        }
        int first = 0;
        int second = 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            first += head[i] == 0 ? 1 : 0;
            second += head[i + 1] == 0 ? 1 : 0;
        }
        if (beginsWithAscii(head, 1) || isMostly(second, first, pairs)) {
            return StandardCharsets.UTF_16LE;
        }
        if (beginsWithAscii(head, 0) || isMostly(first, second, pairs)) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static boolean isMostly(int zeros, int others, int pairs) {
        return zeros * 100L >= pairs * (long) COMMON_PERCENT && others * 100L <= pairs * (long) RARE_PERCENT;
    }

    private static boolean beginsWithAscii(byte[] head, int zero) {
        return head[zero] == 0 && head[zero + 2] == 0 && head[1 - zero] > 0 && head[3 - zero] > 0;
    }
}
