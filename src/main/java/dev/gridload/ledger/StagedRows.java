package dev.gridload.ledger;

import dev.gridload.customer.RowKeys;

/** Rows of one block in the form in which the ledger takes them: written down one by one, so that none is kept as an object. */
public final class StagedRows {

    /** Bytes of most rows; others make room. */
    private static final int USUAL = 512;

    private static final int LINE_END = 1;

    private final long importId;
    private final SeenRows seen;
    private final CopyText text;
    private int count;
    private int rejected;

    /**
     * @param expected how many rows will come; a block has some ten thousand at most
     * @param seen is shown each row
     */
    public StagedRows(long importId, int expected, SeenRows seen) {
        this.importId = importId;
        this.seen = seen;
        text = new CopyText(expected * USUAL);
    }

    /** Begins anew, for another block, in the same memory. */
    public void clear() {
        text.clear();
        count = 0;
        rejected = 0;
    }

    /** Takes a row of the block, in any order. */
    public void add(StagedRow row) {
        count++;
        if (row.state() == RowState.REJECTED) {
            rejected++;
        }
        RowKeys keys = row.keys();
        if (keys != null) {
            seen.look(row.recordNo(), keys);
        }
        text.field(importId)
                .field(row.recordNo())
                .field(row.line())
                .field(row.state().name())
                .field(row.customerId())
                .key(keys == null ? 0 : keys.uma())
                .key(keys == null ? 0 : keys.account())
                .key(keys == null ? 0 : keys.data())
                .field(row.pendingAccount())
                .field(row.account())
                .field(row.direct() ? "t" : "f");
        int bytes = text.text(row.text());
        text.endRow();
        boolean uploaded = row.state() == RowState.STAGED && !row.direct();
        seen.note(row.recordNo(), uploaded ? bytes + LINE_END : 0);
    }

    public int count() {
        return count;
    }

    int rejected() {
        return rejected;
    }

    /** Brings them into the table of their import, and returns how many PostgreSQL took. */
    long copy(Copy copy) {
        return copy.in("""
                copy import_row_%d (import_id, record_no, line, state, customer_id, uma_hash, account_hash, customer_hash, \
                pending_account, account_request, direct, text) \
                from stdin""".formatted(importId), text);
    }
}
