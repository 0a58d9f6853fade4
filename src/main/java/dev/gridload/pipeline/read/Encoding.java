package dev.gridload.pipeline.read;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How the bytes of an input are to be taken.
 *
 * @param original charset of the input
 * @param charset charset in which it is scanned: the original, or UTF-8 where structure could not be found in the original
 * @param bom whether the bytes that are scanned begin with a UTF-8 byte order mark
 * @param reason how the charset is known
 */
record Encoding(Charset original, Charset charset, boolean bom, Reason reason) {

    /** How a charset is known. */
    enum Reason {
        GIVEN,
        MARKED,
        DETECTED,
        ASSUMED,
        SHEET
    }

    static final int BOM_BYTES = 3;

    /** By what the user says, else by the byte order mark or what UTF-16 looks like, else UTF-8. */
    static Encoding of(String name, byte[] head, InputOptions options) {
        Charset given = options.charset();
        if (given != null) {
            if (isScannable(given)) {
                refuseUtf16(name, head);
            }
            return of(given, head, Reason.GIVEN);
        }
        if (Bytes.begin(head, 0xFF, 0xFE)) {
            return of(StandardCharsets.UTF_16LE, head, Reason.MARKED);
        }
        if (Bytes.begin(head, 0xFE, 0xFF)) {
            return of(StandardCharsets.UTF_16BE, head, Reason.MARKED);
        }
        Charset utf16 = Utf16Look.of(head);
        if (utf16 != null) {
            return of(utf16, head, Reason.DETECTED);
        }
        Encoding utf8 = of(StandardCharsets.UTF_8, head, Reason.ASSUMED);
        return utf8.bom() ? of(StandardCharsets.UTF_8, head, Reason.MARKED) : utf8;
    }

    /** What is told by the text as a whole, which has no mark. */
    static Encoding detected(Charset charset) {
        return of(charset, new byte[0], Reason.DETECTED);
    }

    /** Our own text of a sheet. */
    static Encoding ofSheet() {
        return of(StandardCharsets.UTF_8, new byte[0], Reason.SHEET);
    }

    private static Encoding of(Charset original, byte[] head, Reason reason) {
        if (isScannable(original)) {
            return new Encoding(original, original, Bytes.begin(head, 0xEF, 0xBB, 0xBF), reason);
        }
        boolean marked = Bytes.begin(head, 0xFF, 0xFE) || Bytes.begin(head, 0xFE, 0xFF);
        // The converter drops the mark of UTF-16 itself, and turns the one of UTF-16LE or BE into that of UTF-8.
        return new Encoding(
                original, StandardCharsets.UTF_8, marked && !original.equals(StandardCharsets.UTF_16), reason);
    }

    boolean isConverted() {
        return !charset.equals(original);
    }

    /** Whether the whole text may still say otherwise. */
    boolean isAssumed() {
        return reason == Reason.ASSUMED;
    }

    boolean sheet() {
        return reason == Reason.SHEET;
    }

    /** The bytes that are scanned. */
    InputStream open(InputStream input) {
        return isConverted() ? new Utf8Stream(input, original) : input;
    }

    /** What people should know about it. */
    List<String> notes() {
        return switch (reason) {
            case GIVEN, ASSUMED, SHEET -> List.of();
            case DETECTED -> List.of("read as " + original.name() + " (detected); --charset overrules");
            case MARKED ->
                original.equals(StandardCharsets.UTF_8)
                        ? List.of("the UTF-8 byte order mark at the beginning is left out")
                        : List.of("read as " + original.name() + " (by its byte order mark); --charset overrules");
        };
    }

    /** Whether a character is a byte in this charset, and all of ASCII means what it does elsewhere: some mean another percent sign. */
    private static boolean isScannable(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() != 1) {
            return false;
        }
        byte[] ascii = new byte[128];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        return new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
    }

    private static void refuseUtf16(String name, byte[] head) {
        Charset utf16 = Utf16Look.of(head);
        if (utf16 != null) {
            throw new InputProblem(
                    InputProblem.Code.CHARSET_WRONG,
                    name,
                    0,
                    "the file seems to be " + utf16.name() + " without a byte order mark",
                    "Save it as UTF-8, or give --charset " + utf16.name());
        }
    }
}
