package dev.gridload.pipeline.read;

import dev.gridload.customer.RowView;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** One sound record as text, without an object a field until somebody wants one. For one thread. */
final class RecordText implements RowView {

    private static final int NOT_SIMPLE = -1;
    private static final char QUOTE = '"';

    private final FieldText[] fields;
    private final boolean utf8;
    private final CharsetDecoder decoder;
    private char[] chars = new char[1 << 10];
    private long row;
    private long line;

    RecordText(int columns, Charset charset) {
        utf8 = charset.equals(StandardCharsets.UTF_8);
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        fields = new FieldText[columns];
        for (int i = 0; i < columns; i++) {
            fields[i] = new FieldText();
        }
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public FieldText field(int place) {
        return fields[place];
    }

    /** Takes the record; false where it cannot be decoded. It must be sound and have as many fields as there are columns. */
    boolean take(RecordScanner record, long number) {
        row = number;
        line = record.line();
        int length = (int) record.length();
        if (chars.length < length) {
            chars = new char[2 * length];
        }
        return (utf8 && takeLatin(record)) || takeDecoded(record);
    }

    /** Where the field ends when of two quotes only one is left; RFC 4180, section 2.7. */
    private int withoutDoubledQuotes(int from, int to) {
        int end = from;
        for (int i = from; i < to; i++) {
            char c = chars[i];
            chars[end++] = c;
            if (c == QUOTE) {
                i++;
            }
        }
        return end;
    }

    private boolean takeLatin(RecordScanner record) {
        byte[] bytes = record.bytes();
        int at = 0;
        for (int i = 0; i < fields.length; i++) {
            int from = record.fieldStart(i);
            int to = record.fieldEnd(i);
            boolean quoted = to > from && bytes[from] == QUOTE;
            int end = quoted ? decode(bytes, from + 1, to - 1, at) : decode(bytes, from, to, at);
            if (end == NOT_SIMPLE) {
                return false;
            }
            fields[i].set(chars, at, quoted ? withoutDoubledQuotes(at, end) : end);
            at = end;
        }
        return true;
    }

    private boolean takeDecoded(RecordScanner record) {
        CharBuffer to = CharBuffer.wrap(chars);
        for (int i = 0; i < fields.length; i++) {
            int from = record.fieldStart(i);
            int end = record.fieldEnd(i);
            boolean quoted = end > from && record.bytes()[from] == QUOTE;
            int at = to.position();
            ByteBuffer field = quoted
                    ? ByteBuffer.wrap(record.bytes(), from + 1, end - from - 2)
                    : ByteBuffer.wrap(record.bytes(), from, end - from);
            if (decoder.reset().decode(field, to, true).isError()
                    || decoder.flush(to).isError()) {
                return false;
            }
            fields[i].set(chars, at, quoted ? withoutDoubledQuotes(at, to.position()) : to.position());
        }
        return true;
    }

    /** Characters of one and two bytes, which are those of the Latin scripts; the end in {@link #chars}. RFC 3629, section 3. */
    private int decode(byte[] bytes, int from, int to, int begin) {
        char[] text = chars;
        int at = begin;
        for (int i = from; i < to; i++) {
            byte first = bytes[i];
            if (first >= 0) {
                text[at++] = (char) first;
            } else if ((first & 0xE0) == 0xC0 && (first & 0x1E) != 0 && i + 1 < to && (bytes[i + 1] & 0xC0) == 0x80) {
                i++;
                text[at++] = (char) ((first & 0x1F) << 6 | (bytes[i] & 0x3F));
            } else {
                return NOT_SIMPLE;
            }
        }
        return at;
    }
}
