package dev.gridload.ledger;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;

/** The CSV lines of a submission as a stream of UTF-8 bytes, each ended by a line feed. */
public final class SubmissionLines extends InputStream {

    private final LongFunction<List<Line>> pageAfter;
    private long last = 0;
    private byte[] page = new byte[0];
    private int position = 0;
    private boolean ended = false;

    SubmissionLines(LongFunction<List<Line>> pageAfter) {
        this.pageAfter = pageAfter;
    }

    record Line(long recordNo, String text) {}

    @Override
    public int read() {
        return fill() ? page[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, page.length - position);
        System.arraycopy(page, position, target, offset, n);
        position += n;
        return n;
    }

    private boolean fill() {
        while (position == page.length && !ended) {
            List<Line> lines = pageAfter.apply(last);
            if (lines.isEmpty()) {
                ended = true;
            } else {
                StringBuilder text = new StringBuilder();
                lines.forEach(line -> text.append(line.text()).append('\n'));
                page = text.toString().getBytes(StandardCharsets.UTF_8);
                position = 0;
                last = lines.get(lines.size() - 1).recordNo();
            }
        }
        return position < page.length;
    }
}
