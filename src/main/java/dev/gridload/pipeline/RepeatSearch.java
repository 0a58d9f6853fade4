package dev.gridload.pipeline;

import dev.gridload.customer.DuplicateRule;
import dev.gridload.customer.RowKeys;
import java.io.Closeable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that have in common what they may not: customer, UMA address, account. In a table as long as it is small, so that a
 * repetition is told with its row; beyond that on disk, and told at the end. Memory does not grow with the file. For one thread.
 */
final class RepeatSearch implements Closeable {

    /** Good rows: some 60 MB at the most. */
    static final int IN_MEMORY = 1_200_000;

    private static final KeyKind[] KINDS = KeyKind.values();

    private final int mostInMemory;
    private final Consumer<Repeat> found;
    private @Nullable RowTable table;
    private KeyTable added = new KeyTable();
    private @Nullable SpilledKeys spilled;

    /**
     * @param records how many rows may come
     * @param found told every repetition
     */
    RepeatSearch(long records, int mostInMemory, Consumer<Repeat> found) {
        this.mostInMemory = Math.min(mostInMemory, RowTable.MOST);
        table = new RowTable(Math.min(records, mostInMemory));
        this.found = found;
    }

    /**
     * A row that repeats an earlier one.
     *
     * @param firstRow where the same stood first
     */
    record Repeat(DuplicateRule rule, long row, long firstRow) {}

    /** Takes the next good row, in the order of the file. */
    void add(RowKeys keys, long row) {
        RowTable rows = table;
        if (rows != null && rows.size() == mostInMemory) {
            spilled = spill(rows);
            table = null;
            rows = null;
        }
        if (rows != null) {
            compare(rows, keys, row);
        } else if (spilled != null) {
            spill(spilled, keys, row);
        }
    }

    /** Tells what could not be told at once: kind by kind, in no order of rows. */
    void finish() {
        SpilledKeys keys = spilled;
        if (keys == null) {
            return;
        }
        for (KeyKind kind : KINDS) {
            for (int part = 0; part < keys.parts(); part++) {
                KeyTable firsts = new KeyTable();
                added = new KeyTable();
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

    private void compare(RowTable rows, RowKeys keys, long row) {
        int place = rows.add(keys, row);
        for (KeyKind kind : KINDS) {
            int first = kind.keyOf(keys) == 0 ? RowTable.NONE : rows.firstLike(kind, place);
            if (first != RowTable.NONE) {
                judge(kind, kind.keyOf(keys), kind.saidBy(rows.keys(first)), kind.saidBy(keys), row, rows.row(first));
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

    /** The first row of each key and each account go before all others, and so stay the first; what repeats them has been told. */
    private SpilledKeys spill(RowTable rows) {
        SpilledKeys keys = new SpilledKeys();
        for (int place = 0; place < rows.size(); place++) {
            RowKeys of = rows.keys(place);
            for (KeyKind kind : KINDS) {
                if (kind.keyOf(of) != 0 && rows.firstLike(kind, place) == place) {
                    keys.add(kind, kind.keyOf(of), kind.saidBy(of), rows.row(place));
                }
            }
        }
        added.forEach((key, row, said) ->
                keys.add(KeyKind.CUSTOMER, said.detail(), new KeyKind.Said(0, said.second(), said.third()), row));
        return keys;
    }

    private static void spill(SpilledKeys spilled, RowKeys keys, long row) {
        for (KeyKind kind : KINDS) {
            if (kind.keyOf(keys) != 0) {
                spilled.add(kind, kind.keyOf(keys), kind.saidBy(keys), row);
            }
        }
    }
}
