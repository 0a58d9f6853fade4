package dev.gridload.ledger;

/**
 * Cuts rows, which come in the order of the input, into submissions: each takes as many as fit. A row that is larger than a
 * submission may be goes alone.
 */
final class Parts {

    private final PlannedSubmissions planned;
    private final int mostRows;
    private final long mostBytes;
    private int number = 1;
    private long first;
    private long last;
    private int rows;
    private long bytes;
    private long all;

    /** @param planned takes the parts that have ended */
    Parts(PlannedSubmissions planned, int mostRows, long mostBytes) {
        this.planned = planned;
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
        all++;
        bytes += line;
    }

    /** Ends the part that is still open, if there is one. */
    void end() {
        if (rows == 0) {
            return;
        }
        planned.add(number, Submission.Route.BULK, first, last, rows, bytes, null);
        number++;
        rows = 0;
        bytes = 0;
    }

    /** Rows that it took. */
    long rows() {
        return all;
    }

    /** How many have ended. */
    int count() {
        return number - 1;
    }
}
