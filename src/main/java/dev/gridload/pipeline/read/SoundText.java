package dev.gridload.pipeline.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** The sound records of a block, decoded, one after the other, each with a line end. */
final class SoundText {

    private final CharsetDecoder decoder;
    private char[] chars = new char[0];
    private int length;

    SoundText(Charset charset) {
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    void clear() {
        length = 0;
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** Adds a record; where it cannot be decoded, adds nothing and returns the first bad byte, counted from the record's. */
    int append(RecordScanner record) {
        int size = (int) record.length();
        if (chars.length - length <= size) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, length + size + 1));
        }
        if (record.isAscii()) {
            widen(record.bytes(), record.offset(), size);
        } else {
            int undecodable = decode(record.bytes(), record.offset(), size);
            if (undecodable >= 0) {
                return undecodable;
            }
        }
        chars[length++] = '\n';
        return -1;
    }

    private void widen(byte[] bytes, int offset, int size) {
        for (int i = 0; i < size; i++) {
            chars[length + i] = (char) bytes[offset + i];
        }
        length += size;
    }

    private int decode(byte[] bytes, int offset, int size) {
        ByteBuffer from = ByteBuffer.wrap(bytes, offset, size);
        CharBuffer to = CharBuffer.wrap(chars, length, chars.length - length);
        CoderResult result = decoder.reset().decode(from, to, true);
        if (result.isError()) {
            return from.position() - offset;
        }
        decoder.flush(to);
        length = to.position();
        return -1;
    }
}
