package dev.gridload.ledger;

import java.io.ByteArrayOutputStream;

/**
 * A row as PostgreSQL's COPY gives it in its text format: fields apart by tab, a line feed at the end. Its fields are taken one after
 * the other; null is none that is asked for.
 */
final class CopiedRow {

    private final byte[] row;
    private int at;

    CopiedRow(byte[] row) {
        this.row = row;
    }

    /** The next field, a number that is not negative. */
    long number() {
        long number = 0;
        for (; !isEnd(row[at]); at++) {
            int digit = row[at] - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalStateException("PostgreSQL gave something else than a number");
            }
            number = number * 10 + digit;
        }
        at++;
        return number;
    }

    /** Writes the next field, a text, in UTF-8 as it was before it was escaped. */
    void text(ByteArrayOutputStream to) {
        int written = at;
        for (; !isEnd(row[at]); at++) {
            if (row[at] == '\\') {
                to.write(row, written, at - written);
                at++;
                to.write(meant(row[at]));
                written = at + 1;
            }
        }
        to.write(row, written, at - written);
        at++;
    }

    private static boolean isEnd(byte each) {
        return each == '\t' || each == '\n';
    }

    /** What a letter behind a backslash stands for. */
    private static int meant(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0B;
            case 'N' -> throw new IllegalStateException("PostgreSQL gave nothing in the place of a text");
            default -> escape;
        };
    }
}
