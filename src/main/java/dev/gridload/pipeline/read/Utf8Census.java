package dev.gridload.pipeline.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Counts, among the records that are more than ASCII, those that are UTF-8 and those that are not, and keeps some of the latter. */
final class Utf8Census {

    private static final int SAMPLE_BYTES = 256 << 10;
    /** In a large file, fewer bad rows than this are damage and no charset. */
    private static final int ENOUGH_ROWS = 10;
    /** A share of bad rows that is no accident: one in so many. */
    private static final int USUAL_SHARE = 100;
    /** Rows of another charset that are UTF-8 by chance: at most one in so many. */
    private static final int CHANCE = 50;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer scratch = CharBuffer.allocate(8 << 10);
    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private boolean headerBad;
    private long good;
    private long bad;

    void addHeader(RecordScanner record) {
        headerBad = !isUtf8(record);
        if (headerBad) {
            keep(record);
        }
    }

    void add(RecordScanner record) {
        if (record.defect() != null) {
            return;
        }
        if (isUtf8(record)) {
            good++;
        } else {
            bad++;
            keep(record);
        }
    }

    /** Whether the file is in another charset, rather than in UTF-8 with some broken rows. */
    boolean isOther(long records) {
        if (good * CHANCE > bad + (headerBad ? 1 : 0)) {
            return false;
        }
        return headerBad || bad >= ENOUGH_ROWS || (bad > 0 && bad * USUAL_SHARE >= records);
    }

    /** What people should know of a file that stays UTF-8. */
    List<String> notes() {
        return good > 0 && bad > 0
                ? List.of("not all of the file is UTF-8: " + bad + " of " + (good + bad)
                        + " rows with other than ASCII characters are in another charset or damaged")
                : List.of();
    }

    /** Records that are not UTF-8, a line each. */
    byte[] sample() {
        return sample.toByteArray();
    }

    private boolean isUtf8(RecordScanner record) {
        byte[] bytes = record.bytes();
        int from = record.offset();
        int end = from + (int) record.length();
        int rest = afterSimple(bytes, from, end);
        return rest == end || isDecoded(bytes, rest, end);
    }

    /** Where the first character of more than two bytes begins, or one that is not UTF-8: all before it is. RFC 3629, section 3. */
    private static int afterSimple(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end) {
            byte first = bytes[i];
            if (first < 0) {
                boolean two = (first & 0xE0) == 0xC0 && (first & 0x1E) != 0;
                if (!two || i + 1 == end || (bytes[i + 1] & 0xC0) != 0x80) {
                    return i;
                }
                i++;
            }
            i++;
        }
        return end;
    }

    private boolean isDecoded(byte[] bytes, int from, int end) {
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, end - from);
        decoder.reset();
        CoderResult result;
        do {
            scratch.clear();
            result = decoder.decode(rest, scratch, true);
        } while (result.isOverflow());
        return result.isUnderflow();
    }

    private void keep(RecordScanner record) {
        if (sample.size() + record.length() < SAMPLE_BYTES) {
            sample.write(record.bytes(), record.offset(), (int) record.length());
            sample.write('\n');
        }
    }
}
