package dev.gridload.pipeline.read;

import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Tells the charset of text that is not UTF-8. The detector proposes; what it proposes must also read like words, because a
 * wrong charset turns names into others without any error.
 */
final class CharsetGuess {

    private static final Charset USUAL = Charset.forName("windows-1252");
    private static final Set<Charset> IMPOSSIBLE = Set.of(
            StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final Set<UnicodeScript> NEVER_IN_LATIN_WORDS = Set.of(
            UnicodeScript.CYRILLIC,
            UnicodeScript.GREEK,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.THAI);
    /** What may stand behind a letter without being one: quotes, dashes, dots, signs, a no-break space. */
    private static final String AFTER_LETTERS =
            "\u2018\u2019\u201C\u201D\u2013\u2014\u2026\u2022\u00B7\u00BB\u00AB\u00AE\u2122\u00A0";

    private static final int WORDS_PERCENT = 95;

    private CharsetGuess() {}

    /**
     * The charset; null where none is likely.
     *
     * @param sample text in which every line is not UTF-8
     */
    static @Nullable Charset of(byte[] sample) {
        Charset detected = detected(sample);
        if (detected != null && isLikely(sample, detected)) {
            return detected;
        }
        return isLikely(sample, USUAL) ? USUAL : null;
    }

    private static @Nullable Charset detected(byte[] sample) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        if (name == null || !Charset.isSupported(name)) {
            return null;
        }
        Charset charset = Charset.forName(name);
        return IMPOSSIBLE.contains(charset) ? null : charset;
    }

    private static boolean isLikely(byte[] sample, Charset charset) {
        String text;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(sample)).toString();
        } catch (CharacterCodingException e) {
            return false;
        }
        long seen = 0;
        long likely = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                seen++;
                likely += isLikely(text, i) ? 1 : 0;
            }
        }
        return seen > 0 && likely * 100 >= seen * WORDS_PERCENT;
    }

    private static boolean isLikely(String text, int at) {
        char each = text.charAt(at);
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        char after = at + 1 == text.length() ? '\n' : text.charAt(at + 1);
        if (Character.isISOControl(each)) {
            return false;
        }
        if (!Character.isLetter(each)) {
            return !Character.isLetter(before) || AFTER_LETTERS.indexOf(each) >= 0 || Character.isSurrogate(each);
        }
        if (NEVER_IN_LATIN_WORDS.contains(UnicodeScript.of(each)) && (isLatin(before) || isLatin(after))) {
            return false;
        }
        return !(Character.isUpperCase(each) && Character.isLowerCase(before));
    }

    private static boolean isLatin(char each) {
        return UnicodeScript.of(each) == UnicodeScript.LATIN;
    }
}
