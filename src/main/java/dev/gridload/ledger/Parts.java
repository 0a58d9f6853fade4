package dev.gridload.ledger;

/**
 * Cuts rows, which come in the order of the input, into submissions: each takes as many as fit. A row that is larger than a
 * submission may be goes alone.
 */
final class Parts {

    private final long importId;
    private final int mostRows;
    private final long mostBytes;
    private final CopyText cut = new CopyText(0);
    private int number = 1;
    private long first;
    private long last;
    private int rows;
    private long bytes;

    Parts(long importId, int mostRows, long mostBytes) {
        this.importId = importId;
        this.mostRows = mostRows;
        this.mostBytes = mostBytes;
    }

    /**
     * Takes the next row.
     *
     * @param line bytes that it takes of an upload, its line end included
     */
    void add(long record, long line) {
        if (rows == mostRows || bytes + line > mostBytes) {
            end();
        }
        if (rows == 0) {
            first = record;
        }
        last = record;
        rows++;
        bytes += line;
    }

    /** Ends the part that is still open, if there is one. */
    void end() {
        if (rows == 0) {
            return;
        }
        cut.field(importId)
                .field(number)
                .field(Submission.Route.BULK.name())
                .field(first)
                .field(last)
                .field(rows)
                .field(bytes)
                .field(SubmissionState.PLANNED.name())
                .endRow();
        number++;
        rows = 0;
        bytes = 0;
    }

    /** Those that have ended and were not forgotten, as rows of the table of submissions. */
    CopyText ended() {
        return cut;
    }

    void forgetEnded() {
        cut.clear();
    }

    /** How many have ended. */
    int count() {
        return number - 1;
    }
}
