package dev.gridload.pipeline;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.RowKeys;
import java.io.Closeable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that have in common what they may not: customer, UMA address, account. Of a file that is not large in a table, so
 * that a repetition is told with its row; of others on disk, and told at the end. Of a large file memory grows with what is repeated
 * only. For one thread.
 */
final class RepeatSearch implements Closeable {

    /** Rows: some 50 MB at the most. */
    static final int IN_MEMORY = 1_200_000;

    /** Keys of a file of ten million rows that are compared at a time: 10 MB. */
    private static final int USUAL_PART = 190_000;

    private static final KeyKind[] KINDS = KeyKind.values();

    private final Consumer<Repeat> found;
    private final RowTable table;
    private final @Nullable SpilledKeys spilled;
    private final KeyTable added = new KeyTable(0);

    /**
     * @param records how many rows may come
     * @param found told every repetition
     */
    RepeatSearch(long records, int mostInMemory, Consumer<Repeat> found) {
        table = new RowTable((int) Math.min(records, mostInMemory));
        spilled = records > mostInMemory ? new SpilledKeys() : null;
        this.found = found;
    }

    /**
     * A row that repeats an earlier one.
     *
     * @param firstRow where the same stood first
     */
    record Repeat(DuplicateRule rule, long row, long firstRow) {}

    /** Takes the next good row, in the order of the file: its keys stand at this place. */
    void add(KeyRows keys, int place, long row) {
        if (spilled == null) {
            compare(table.add(keys, place, row), row);
        } else {
            spill(spilled, keys.at(place), row);
        }
    }

    /** Tells what could not be told at once: kind by kind, in no order of rows. */
    void finish() {
        SpilledKeys keys = spilled;
        if (keys == null) {
            return;
        }
        // One for all parts: Java would be busy with tables that nobody needs any more. It grows where there are more.
        KeyTable firsts = new KeyTable(Math.min(keys.largestPart(), USUAL_PART));
        for (KeyKind kind : KINDS) {
            for (int part = 0; part < keys.parts(); part++) {
                firsts.clear();
                added.clear();
                keys.read(kind, part, (key, said, row) -> compare(firsts, kind, key, said, row));
            }
        }
    }

    @Override
    public void close() {
        if (spilled != null) {
            spilled.close();
        }
    }

    private void compare(int place, long row) {
        for (KeyKind kind : KINDS) {
            int first = table.firstLike(kind, place);
            if (first != RowTable.NONE) {
                RowKeys keys = table.keys(place);
                judge(kind, kind.keyOf(keys), kind.saidBy(table.keys(first)), kind.saidBy(keys), row, table.row(first));
            }
        }
    }

    private void compare(KeyTable firsts, KeyKind kind, long key, KeyKind.Said said, long row) {
        int place = firsts.place(key);
        if (firsts.isNew(place)) {
            firsts.put(place, key, row, said);
        } else {
            judge(kind, key, firsts.said(place), said, row, firsts.row(place));
        }
    }

    private void judge(KeyKind kind, long key, KeyKind.Said first, KeyKind.Said later, long row, long firstRow) {
        DuplicateRule broken = kind.judge(first, later);
        if (broken != null) {
            found.accept(new Repeat(broken, row, firstRow));
        } else if (kind == KeyKind.CUSTOMER) {
            addAccount(key, later, row);
        }
    }

    /** A customer may get several accounts, but each of them once. */
    private void addAccount(long customer, KeyKind.Said said, long row) {
        long key = (customer * 31 + said.second()) | 1;
        int place = added.place(key);
        if (added.isNew(place)) {
            added.put(place, key, row, new KeyKind.Said(customer, said.second(), said.third()));
        } else {
            found.accept(new Repeat(DuplicateRule.DUPLICATE_ID, row, added.row(place)));
        }
    }

    private static void spill(SpilledKeys spilled, RowKeys keys, long row) {
        for (KeyKind kind : KINDS) {
            if (kind.keyOf(keys) != 0) {
                spilled.add(kind, kind.keyOf(keys), kind.saidBy(keys), row);
            }
        }
    }
}
