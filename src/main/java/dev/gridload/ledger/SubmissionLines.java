package dev.gridload.ledger;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.function.Consumer;

/** The CSV lines of a submission as a stream of UTF-8 bytes, each ended by a line feed. */
public final class SubmissionLines extends InputStream {

    private final Pages pages;
    private final ByteArrayOutputStream next = new ByteArrayOutputStream();
    private long last = 0;
    private byte[] page = new byte[0];
    private int position = 0;
    private boolean ended = false;

    SubmissionLines(Pages pages) {
        this.pages = pages;
    }

    /** Where the lines come from. */
    interface Pages {
        /** Gives the rows that come next after this record: record number and line, in the text format of COPY; none behind the last. */
        void after(long record, Consumer<byte[]> row);
    }

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
            next.reset();
            pages.after(last, this::take);
            page = next.toByteArray();
            position = 0;
            ended = page.length == 0;
        }
        return position < page.length;
    }

    private void take(byte[] row) {
        CopiedRow copied = new CopiedRow(row);
        last = copied.number();
        copied.text(next);
        next.write('\n');
    }
}
